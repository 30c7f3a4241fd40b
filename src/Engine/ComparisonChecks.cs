using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine;

/// <summary>What can be wrong with a comparison, found before a row is read.</summary>
internal sealed class ComparisonChecks(ActivationSet set, IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings, long selectedRows)
{
    private readonly string name = set.Activations.Name;
    private readonly Lazy<LabelTable> labels = new(() => new LabelTable(set, settings with { Nulls = 0 }, null));

    /// <summary>Gives every reason why the comparison cannot run: those of the input, or else those of each estimator.</summary>
    public IReadOnlyList<CheckProblem> Problems()
    {
        var problems = InputProblems().ToArray();
        return problems.Length > 0 ? [.. problems.Select(sentence => new CheckProblem { Sentence = sentence })] : [.. estimators.SelectMany(CheckEstimator)];
    }

    private IEnumerable<string> InputProblems()
    {
        if (set.Activations.Features == 0) yield return $"{name} has 0 features; at least 1 is needed.";
        if (selectedRows == 0) yield return $"{name} has 0 rows; at least 1 is needed.";
        if (set.Reference is { } reference && reference.Rows != set.Activations.Rows)
            yield return $"the reference {reference.Name} has {reference.Rows} rows; {name} has {set.Activations.Rows}, and a reference goes row for row.";
        if (settings is { NullUnit: NullUnit.Sequences, Nulls: > 0 } && set.Sequences is not { Count: > 1 })
            yield return $"--null-unit sequences needs several sequences; {name} has {(set.Sequences is null ? "no sequence axis" : "one")}, so leave it out, or give activations of shape (sequences, length, features) or --sequences FILE.";
        if (settings is { NullUnit: NullUnit.Sequences, NullWithin.Count: > 0 })
            yield return "--null-within permutes rows, and --null-unit sequences does not; leave out --null-unit, and the other label sets are permuted by sequences where they can be.";
        foreach (var sentence in ChainProblems()) yield return sentence;
    }

    private IEnumerable<string> ChainProblems()
    {
        foreach (var chain in settings.Chains)
        {
            var sets = set.Labels.Zip(labels.Value.Labelled, (one, rows) => (one.Name, Rows: rows)).Where(one => chain.Contains(one.Name)).ToArray();
            if (sets.Length < chain.Count) continue;
            var other = Array.FindIndex(sets, one => !one.Rows.AreThoseOf(sets[0].Rows));
            if (other > 0)
                yield return $"--chain {string.Join(',', chain)} shares out the entropy of the same rows; of {name}, {sets[0].Name} labels {sets[0].Rows.Labels.Length} rows and {sets[other].Name} others ({sets[other].Rows.Labels.Length}): use --positions common, or label sets without gaps.";
        }
    }

    private IEnumerable<CheckProblem> CheckEstimator(EstimatorEntry entry)
    {
        InputRequirements? needs = null;
        try
        {
            needs = RequirementChecks.Of(entry);
            var missing = Missing(entry.Id, needs).ToArray();
            if (missing.Length > 0) return missing.Select(sentence => new CheckProblem { Sentence = sentence, Estimator = entry.Id });
            var isFolded = BeginTrial(entry, needs) && needs.Access != RowAccess.AllRows;
            return settings.SavesStates && isFolded && !States.StateWriter.CanSave(entry) ? [new CheckProblem { Sentence = States.StateWriter.CannotSave(entry), Estimator = entry.Id }] : [];
        }
        catch (Exception failure)
        {
            // A survey that nobody has made yet may be at fault for all but options and shapes; the run will tell.
            if (needs is { Survey: true } && failure is not (OptionException or ActivationShapeException)) return [];
            var isMendable = Failures.IsMendable(failure);
            var sentence = Failures.Describe(failure);
            return [new CheckProblem { Sentence = isMendable && needs is not null ? $"{name}: {sentence}" : sentence, Estimator = entry.Id, IsFailure = !isMendable }];
        }
    }

    private IEnumerable<string> Missing(string id, InputRequirements needs)
    {
        if (selectedRows < needs.MinimumRows) yield return $"{name} has {selectedRows} rows; {id} needs at least {needs.MinimumRows}.";
        if (needs.Labels == InputNeed.Required && set.Labels.Count == 0) yield return $"{id} needs labels; give --labels NAME=FILE.";
        if (needs.Reference == InputNeed.Required && set.Reference is null) yield return $"{id} needs a reference; give --reference FILE.";
        if (needs.Attention == InputNeed.Required && set.Attention is null) yield return $"{id} needs attention; give --attention FILE.";
        if ((needs.Sequences == InputNeed.Required || needs.Access == RowAccess.WholeSequences) && set.Sequences is null)
            yield return $"{id} needs sequences and {name} has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.";
    }

    private bool BeginTrial(EstimatorEntry entry, InputRequirements needs)
    {
        var description = SetDescription.Of(set, selectedRows, needs.Survey ? Unsurveyed() : null, labels.Value.Facts);
        var contexts = new ContextFactory(description, settings, CancellationToken.None);
        return Beginning.TryMergeable(entry, contexts.Of(entry, needs, settings.PrecisionOf(needs, set.Activations), contexts.RealLabels));
    }

    // What the survey will find is not known yet; its shape is, which is what a trial needs.
    private ActivationSurvey Unsurveyed() => new()
    {
        Rows = selectedRows,
        NonFiniteRows = 0,
        ZeroRows = 0,
        Mean = new double[set.Activations.Features],
        Minimum = new double[set.Activations.Features],
        Maximum = new double[set.Activations.Features],
        SmallestNorm = 0,
        MeanNorm = 0,
        LargestNorm = 0,
        ReservoirRows = [],
        Reservoir = default,
    };
}
