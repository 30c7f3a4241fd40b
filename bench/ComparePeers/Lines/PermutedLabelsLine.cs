using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>What permuted label sets add to a run of soft entropy.</summary>
internal sealed class PermutedLabelsLine : ILine
{
    private const int Features = 768, Anchors = 100, Nulls = 20;

    /// <inheritdoc/>
    public string Name => "nulls";

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var rows = bench.Settings.Size(20_000, 4_000);
        var data = new LabelledRows(bench.Folder, rows, Features, Anchors);
        var labels = new LabelColumn("y", data.Labels(data.OfCentres()));
        var without = new SoftEntropyRun(data, Settings.Threads, labels);
        var with = new SoftEntropyRun(data, Settings.Threads, [labels, .. Enumerable.Range(0, Nulls).Select(labels.Permuted)]);
        var pairs = Pairs.Run(bench.Settings.Times(15), () => Measurement.Of(without.Run), () => Measurement.Of(with.Run));
        yield return Row.OfPairs(
            Name, $"{Nulls} permuted label sets added to soft entropy, n {rows}, d {Features}, m {Anchors}, {LabelledRows.Centres} labels", "our own run without them", Limit.AtMost(1.5), pairs,
            // What is computed of the labels themselves must not see the permuted ones.
            Agreement.Of(pairs.Ours[0], pairs.Others[0], 0, "entropy", "mutual-information/y"), bench.Settings) with { Unit = "x with/without" };
    }
}
