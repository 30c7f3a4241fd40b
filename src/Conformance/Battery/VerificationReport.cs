namespace Infoscope.Conformance;

/// <summary>What verifying an estimator gave. It holds no time and nothing of the machine: the same seed gives the same report.</summary>
public sealed record VerificationReport
{
    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the version of the plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the number of cases asked for.</summary>
    public required int Cases { get; init; }

    /// <summary>Gets what is wrong with the declarations themselves, each a sentence.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Gets what came of each law, in the order of <see cref="Law"/>; a law of which the estimator says several things is there several times.</summary>
    public required IReadOnlyList<CheckReport> Checks { get; init; }

    /// <summary>Gets the laws, each once.</summary>
    public IEnumerable<LawSummary> Laws => Checks.GroupBy(check => check.Law).Select(LawSummary.Of);

    /// <summary>Gets whether something that the estimator owes or claims is false.</summary>
    public bool IsFalsified => Problems.Count > 0 || Checks.Any(check => check.Outcome == Outcome.Failed);

    /// <summary>Gets whether everything that the estimator owes and claims was tested, and held.</summary>
    public bool Holds => !IsFalsified && Ran > 0;

    /// <summary>Gets the number of cases that ran, over all laws; none is an error, however it came about.</summary>
    public long Ran => Checks.Sum(check => (long)check.Ran);

    /// <summary>Writes what is false: the problems with declarations, and the failures, each with its counterexample and the settings that run it again.</summary>
    public override string ToString() => string.Join('\n', [$"{Estimator}, seed {Seed}: {Ran} cases ran", .. Problems, .. Checks.Where(check => check.Outcome == Outcome.Failed).SelectMany(Failure)]);

    private IEnumerable<string> Failure(CheckReport check)
    {
        yield return $"{check.Law}: {check.Sentence}";
        if (check.Ran == 0) yield break;
        if (check.Counterexample is { } one) yield return one.ToString();
        var replay = check.Replay is { } again ? $", Replay = CaseReplay.Parse(\"{again}\")" : $", Cases = {Cases}";
        yield return $"again: new VerificationSettings {{ Laws = [Law.{check.Law}], Seed = {Seed}{replay} }}";
    }
}
