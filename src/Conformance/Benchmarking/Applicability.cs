using Infoscope.Conformance.Truths;
using Infoscope.Engine;
using Infoscope.Engine.Feeding;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>Decides which estimators are asked which tasks.</summary>
internal static class Applicability
{
    /// <summary>Pairs an estimator with each task.</summary>
    public static IEnumerable<BenchmarkPairing> Of(EstimatorEntry estimator, string variant, IReadOnlyList<KnownTask> tasks)
    {
        InputRequirements? needs = null;
        var (failure, isFailure) = ("", false);
        try
        {
            needs = RequirementChecks.Of(estimator);
        }
        catch (Exception refused)
        {
            // Text alone: a kept exception would keep the plugin loaded.
            (failure, isFailure) = (Failures.Describe(refused), !Failures.IsMendable(refused));
        }

        foreach (var task in tasks)
            yield return new BenchmarkPairing { Estimator = estimator, Variant = variant, Task = task, Reason = needs is null ? failure : WhyNot(estimator, needs, task), IsFailure = isFailure };
    }

    /// <summary>Tells whether a quantity has the truth of a task: the task's own, or a variant of it such as <c>mutual-information-corrected</c>.</summary>
    /// <remarks>The unweighted information is the mutual information only where all labels are equally frequent.</remarks>
    public static bool HasTruthOf(KnownTask task, string quantity)
    {
        if (quantity == Quantities.MutualInformationUnweighted.Id) return task.Kind == TaskKind.Labels && task.LabelProbabilities.All(probability => Math.Abs(probability - task.LabelProbabilities[0]) < 1e-12);
        return quantity == task.Quantity.Id || quantity.StartsWith(task.Quantity.Id + "-", StringComparison.Ordinal);
    }

    private static string WhyNot(EstimatorEntry estimator, InputRequirements needs, KnownTask task)
    {
        if (estimator.Quantities is { } declared && !declared.Any(quantity => HasTruthOf(task, quantity))) return $"gives no {task.Quantity.Id}";
        if (needs.RowKind == RowKind.NonNegative) return "needs rows that are not negative";
        if (needs.RowKind == RowKind.Distribution) return "needs rows that are distributions";
        if (needs.Attention == InputNeed.Required) return "needs attention";
        if (needs.Sequences == InputNeed.Required || needs.Access == RowAccess.WholeSequences) return "needs sequences";
        if (needs.Labels == InputNeed.Required && task.Kind != TaskKind.Labels) return "needs labels";
        if (needs.Labels == InputNeed.None && task.Kind == TaskKind.Labels) return "takes no labels";
        if (needs.Reference == InputNeed.Required && task.Kind != TaskKind.Pair) return "needs a reference";
        if (needs.Reference == InputNeed.None && task.Kind == TaskKind.Pair) return "takes no reference";
        return "";
    }
}
