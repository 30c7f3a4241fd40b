namespace Infoscope.Conformance;

/// <summary>One law of a report: the gravest of its checks, and the cases of all of them.</summary>
public sealed record LawSummary
{
    // From what must be acted on to what need not.
    private static readonly Outcome[] ByGravity = [Outcome.Failed, Outcome.NeverFalsified, Outcome.Broken, Outcome.Passed, Outcome.Held, Outcome.Expected, Outcome.NotApplicable];

    /// <summary>Gets the law.</summary>
    public required Law Law { get; init; }

    /// <summary>Gets the gravest outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets whether some check was owed or claimed.</summary>
    public required bool IsClaimed { get; init; }

    /// <summary>Gets the number of cases that ran.</summary>
    public required int Ran { get; init; }

    internal static LawSummary Of(IGrouping<Law, CheckReport> checks) => new()
    {
        Law = checks.Key,
        Outcome = ByGravity.First(outcome => checks.Any(check => check.Outcome == outcome)),
        IsClaimed = checks.Any(check => check.Stance is Stance.Required or Stance.Claimed),
        Ran = checks.Sum(check => check.Ran),
    };
}
