using Infoscope.Compute;
using Infoscope.Conformance.Generators;
using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;

namespace Infoscope.Conformance;

/// <summary>The same seed gives the same bits, whatever ran before and however many threads there are.</summary>
/// <remarks>
/// The estimator runs on the sample, then on another, then on the sample again, once more while another estimation is open, and with other label sets and items asked for: all results must be bit for bit the same. One sample in eight also goes
/// through the engine with its folds and permuted labels, on one thread in blocks of 3 rows and on two threads in large blocks: all columns but the time and the memory must be the same.
/// </remarks>
internal sealed class DeterministicLaw : LawProperty
{
    private const ulong OneIn = 8;
    private const string OnTwo = "on two threads in larger blocks ";

    public override Law Law => Law.Deterministic;

    public override string Statement => "the same seed gives the same bits, for any number of threads, any size of block and whatever ran before";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input with { Items = true };
        var first = experiment.Run(input);
        foreach (var deviation in Bits(first, RunAfterAnother(experiment, input), "after a run on other rows")) yield return deviation;
        foreach (var deviation in Bits(first, experiment.Trial.Begin(input, (_, _) => experiment.Run(input)), "while another estimation is open")) yield return deviation;
        foreach (var deviation in BesideOthers(experiment)) yield return deviation;
        if (experiment.Sample.Seed % OneIn != 0) yield break;
        foreach (var deviation in Compare(Rows(experiment, 1, 3), Rows(experiment, 2, 512))) yield return deviation;
    }

    private static Estimates RunAfterAnother(Experiment experiment, TrialInput input)
    {
        try
        {
            experiment.Run(input.Map(row => experiment.Trial.Needs.RowKind.Nearest([.. row.Select(value => 1 - value)])) with { Seed = input.Seed + 1 });
        }
        catch (RefusedException)
        {
            // What ran in between need not have had an answer.
        }

        return experiment.Run(input);
    }

    // An estimate may not depend on what else is asked for: permuted label sets are always there in a comparison.
    private static IEnumerable<Deviation> BesideOthers(Experiment experiment)
    {
        var input = experiment.Input;
        var (alone, beside) = (experiment.Run(input), experiment.Run(input with { Labels = [.. input.Labels, experiment.CoarseLabels, .. NullLabels.Of(experiment, 1)], Items = true }));
        return alone.All.Where(estimate => estimate is { Item: "", Against: "" }).Select(estimate => Bits(
            Estimates.NameOf(estimate), estimate.Value.Number, beside.Number(estimate.Quantity.Id, estimate.LabelSet) ?? double.NaN, "beside other label sets and items "));
    }

    private static IEnumerable<Deviation> Bits(Estimates first, Estimates second, string when) => InvarianceLaw.Same(first, "", second, "").Select(pair => Bits(pair.LeftName.Trim(), pair.Left, pair.Right, $"{when} "));

    private static Deviation Bits(string name, double first, double second, string when) =>
        Deviation.Whole(BitConverter.DoubleToInt64Bits(first) == BitConverter.DoubleToInt64Bits(second), $"{name} was {first:R} and {when}{second:R}; the same seed must give the same bits");

    private static IEnumerable<Deviation> Compare(IReadOnlyList<ResultRow> one, IReadOnlyList<ResultRow> two)
    {
        yield return Deviation.Whole(one.Count == two.Count, $"one thread gave {one.Count} rows of results and two gave {two.Count}");
        foreach (var (left, right) in one.Zip(two))
        {
            var name = left.LabelSet.Length == 0 ? left.Quantity : $"{left.Quantity} of {left.LabelSet}";
            yield return Bits(name, left.Value, right.Value, OnTwo);
            yield return Bits($"the null mean of {name}", left.NullMean ?? 0, right.NullMean ?? 0, OnTwo);
            yield return Bits($"the standard error of {name}", left.StandardError ?? 0, right.StandardError ?? 0, OnTwo);
        }
    }

    private static IReadOnlyList<ResultRow> Rows(Experiment experiment, int threads, int blockRows)
    {
        var provider = new CpuComputeProvider();
        var input = experiment.Input;
        var set = new ActivationSet
        {
            Name = "sample",
            Activations = new SampleActivations(input.Rows),
            Sequences = BlockBuffers.HasSequences(experiment.Trial.Needs)
                ? SequenceLayout.FromIds("sample", [.. Enumerable.Range(0, input.Rows.Length).Select(row => (long)(row / BlockBuffers.SequenceLength(input.Rows.Length)))])
                : null,
            Reference = experiment.Trial.Needs.Reference == InputNeed.None ? null : new SampleActivations(input.Reference, "reference"),
            Labels = [.. input.Labels.Select(column => RowLabels.Over(column.Name, new LabelSet([column.Ids.Length], column.Ids, [.. Enumerable.Range(0, column.Count).Select(label => $"label {label}")]), "sample", [column.Ids.Length]))],
        };
        var settings = new ComparisonSettings { Provider = provider, Device = provider.Probe()[0], Log = SilentLog.Instance, Seed = input.Seed, Nulls = 2, Threads = threads, BlockRows = blockRows, ProbesScale = false };
        var subject = experiment.Subject;
        var entry = new EstimatorEntry { Id = subject.Id, Version = subject.Version, Estimator = subject.Estimator, Options = experiment.Trial.Options, Quantities = [.. subject.Quantities] };
        var comparison = new Comparison(set, [entry], settings);
        return comparison.Check().Count > 0 ? [] : comparison.Run(null, CancellationToken.None).Rows;
    }
}
