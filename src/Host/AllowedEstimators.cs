using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Serilog;

namespace Infoscope.Host;

/// <summary>Decides which estimators run on which activation set: those that were named, or else all that the inputs allow.</summary>
internal sealed class AllowedEstimators(IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings, bool named, ILogger log)
{
    /// <summary>Plans a comparison for each set, and says in one line per reason what is left out.</summary>
    /// <returns>The comparisons; one that no estimator can run keeps all of them, so that its check tells why.</returns>
    public IReadOnlyList<(ActivationSet Set, Comparison Comparison)> Compare(IReadOnlyList<ActivationSet> sets)
    {
        var leftOut = new List<(string Estimator, string Reason)>();
        var comparisons = sets.Select(set => (set, new Comparison(set, named ? estimators : Allowed(set, leftOut), settings))).ToArray();
        foreach (var group in leftOut.GroupBy(one => one))
            log.Information("{Estimator:l} is left out{Where:l}: {Reason:l}", group.Key.Estimator, group.Count() == sets.Count ? "" : $" of {group.Count()} of {sets.Count} activation sets", group.Key.Reason);
        return comparisons;
    }

    private IReadOnlyList<EstimatorEntry> Allowed(ActivationSet set, List<(string Estimator, string Reason)> leftOut)
    {
        var checks = estimators.Select(estimator => (Estimator: estimator, Problems: new Comparison(set, [estimator], settings).Check())).ToArray();
        var allowed = checks.Where(check => check.Problems.Count == 0).Select(check => check.Estimator).ToArray();
        if (allowed.Length == 0) return estimators;
        leftOut.AddRange(checks.Where(check => check.Problems.Count > 0).Select(check => (check.Estimator.Id, check.Problems[0])));
        return allowed;
    }
}
