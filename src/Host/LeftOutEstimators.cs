using Infoscope.Engine;
using Serilog;

namespace Infoscope.Host;

/// <summary>Says which estimators that nobody named are left out and why, those that share a reason in one line.</summary>
/// <param name="sets">How many activation sets there are.</param>
internal sealed class LeftOutEstimators(int sets)
{
    private readonly List<(string Estimator, string Set, string Sentence)> missing = [];
    private readonly List<(string Estimator, string Kind)> ofOtherRows = [];

    /// <summary>Takes an estimator that lacks an input on a set.</summary>
    public void Add(CheckProblem problem, string set) => missing.Add((problem.Estimator, set, problem.Sentence));

    /// <summary>Takes an estimator of rows of a kind, which runs only where it is named, on a set.</summary>
    public void Add(EstimatorEntry estimator, string kind) => ofOtherRows.Add((estimator.Id, kind));

    /// <summary>Writes the lines.</summary>
    public void Say(ILogger log)
    {
        // A sentence that names its set is the same reason for another set.
        var reasons = missing.GroupBy(one => (one.Estimator, one.Sentence.Replace(one.Set, "", StringComparison.Ordinal)))
            .Select(group => (Id: group.Key.Estimator, group.First().Sentence, Where: Where(group.Count(), sets), Needs: Needs(group.Key.Estimator, group.First().Sentence)));
        foreach (var group in reasons.GroupBy(one => (one.Needs ?? one.Sentence, one.Where)))
        {
            var ids = string.Join(", ", group.Select(one => one.Id));
            if (group.Count() == 1) log.Information("{Estimator:l} is left out{Where:l}: {Reason:l}", ids, group.Key.Where, group.First().Sentence);
            else log.Information("{Estimators:l} are left out{Where:l}: {Reason:l}", ids, group.Key.Where, group.First().Needs is { } needs ? $"each {needs}" : group.First().Sentence);
        }

        foreach (var group in ofOtherRows.GroupBy(one => one).GroupBy(one => Where(one.Count(), sets)))
            log.Information("left out{Where:l} unless named with --estimators: {Estimators:l}", group.Key, string.Join("; ", group.Select(one => $"{one.Key.Estimator}, which needs rows that {one.Key.Kind}")));
    }

    /// <summary>Writes on how many of the activation sets; nothing where it is all of them.</summary>
    public static string Where(int count, int sets) => count == sets ? "" : $" on {count} of {sets} activation sets";

    // What an estimator needs, without its name, so that another may need the same.
    private static string? Needs(string estimator, string sentence) =>
        sentence.StartsWith($"{estimator} needs ", StringComparison.Ordinal) ? sentence[(estimator.Length + 1)..] : null;
}
