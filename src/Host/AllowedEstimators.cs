using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Serilog;

namespace Infoscope.Host;

/// <summary>Decides which estimators run on which activation set: those that were named, by --estimators or --set, and of the others all that the inputs allow.</summary>
internal sealed class AllowedEstimators(IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings, Predicate<string> isNamed, ILogger log)
{
    private readonly List<CheckProblem> failures = [];
    private readonly HashSet<EstimatorEntry> running = [];

    /// <summary>Gets whether an estimator failed, and so runs nowhere or not everywhere.</summary>
    public bool AnyFailed => failures.Count > 0;

    /// <summary>Gets the estimators that failed nowhere.</summary>
    public IEnumerable<EstimatorEntry> Everywhere => estimators.Where(estimator => failures.TrueForAll(failure => failure.Estimator != estimator.Id));

    /// <summary>Gets whether any estimator that runs on any of the sets looks at labels.</summary>
    public bool AnyTakesLabels => running.Any(estimator => estimator.Estimator.Requires(estimator.Options).Labels != InputNeed.None);

    /// <summary>Plans a comparison for each set, and says in one line per reason who is left out, unless there are problems.</summary>
    /// <param name="sets">The activation sets.</param>
    /// <param name="problems">Takes what the user can mend: all of it for estimators that were named, for the others only where none is left.</param>
    public IReadOnlyList<(ActivationSet Set, Comparison Comparison)> Compare(IReadOnlyList<ActivationSet> sets, ProblemList problems)
    {
        var leftOut = new LeftOutEstimators(sets.Count);
        var comparisons = sets.Select(set => (set, new Comparison(set, Allowed(set, problems, leftOut), settings))).ToArray();
        foreach (var group in failures.GroupBy(one => one)) log.Error("{Estimator:l} failed{Where:l}: {Reason:l}", group.Key.Estimator, LeftOutEstimators.Where(group.Count(), sets.Count), group.Key.Sentence);
        // Of a comparison that is refused nobody is left out.
        if (problems.Sentences.Count == 0) leftOut.Say(log);
        return comparisons;
    }

    private static string? KindOfRows(EstimatorEntry estimator) => estimator.Estimator.Requires(estimator.Options).RowKind switch
    {
        RowKind.NonNegative => "are not negative",
        RowKind.Distribution => "are distributions",
        _ => null,
    };

    private IReadOnlyList<EstimatorEntry> Allowed(ActivationSet set, ProblemList problems, LeftOutEstimators leftOut)
    {
        var found = new Comparison(set, estimators, settings).Check();
        if (found.Any(problem => problem.Estimator.Length == 0))
        {
            problems.AddRange(found.Select(problem => problem.Sentence));
            return [];
        }

        failures.AddRange(found.Where(problem => problem.IsFailure));
        var mendable = found.Where(problem => !problem.IsFailure).ToLookup(problem => isNamed(problem.Estimator));
        var allowed = estimators.Where(estimator => found.All(problem => problem.Estimator != estimator.Id)).ToArray();
        problems.AddRange(mendable[true].Select(problem => problem.Sentence));
        // Whether rows are of a kind only the user knows: who is named runs, and refuses others itself.
        (EstimatorEntry Estimator, string Kind)[] unasked = [.. from estimator in allowed where !isNamed(estimator.Id) let kind = KindOfRows(estimator) where kind is not null select (estimator, kind)];
        allowed = [.. allowed.Except(unasked.Select(one => one.Estimator))];
        if (allowed.Length == 0)
        {
            problems.AddRange(mendable[false].Select(problem => problem.Sentence));
            problems.AddRange(unasked.Select(one => $"{one.Estimator.Id} needs rows that {one.Kind}; where they are, name it: --estimators {one.Estimator.Id}."));
        }
        else
        {
            foreach (var problem in mendable[false].DistinctBy(problem => problem.Estimator)) leftOut.Add(problem, set.Activations.Name);
            foreach (var (estimator, kind) in unasked) leftOut.Add(estimator, kind);
        }

        running.UnionWith(allowed);
        return allowed;
    }
}
