using System.Globalization;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;

namespace Infoscope.ComparePeers.Lines;

/// <summary>Soft entropy and the information of label sets, rows in memory, against an accumulator of numpy or PyTorch.</summary>
/// <param name="Name">The name of the line.</param>
/// <param name="Peer">numpy or torch.</param>
/// <param name="Labels">The number of labels of each set.</param>
/// <param name="Sets">The number of label sets.</param>
/// <param name="Least">The ratio to reach.</param>
internal sealed record SoftEntropyLine(string Name, string Peer, int Labels, int Sets, double Least) : ILine
{
    private const int Features = 768, Anchors = 100, PeerBatch = 2000;

    // The peer divides and sums in single precision, and counts a share below 1e-9 as 1e-9; together they are within 2e-6 of ln 100.
    private const double Tolerance = 1e-5;

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var rows = bench.Settings.Size(20_000, 4_000);
        var data = new LabelledRows(bench.Folder, rows, Features, Anchors);
        string[] names = [.. Enumerable.Range(0, Sets).Select(set => Labels == LabelledRows.Centres ? data.OfCentres() : data.Drawn(Labels, set))];
        var ours = new SoftEntropyRun(data, Settings.Threads, [.. names.Select(name => new LabelColumn(name, data.Labels(name)))]);
        string[] arguments =
        [
            $"rows={data.RowFile}", $"anchors={data.AnchorFile}", $"sets={string.Join(',', names)}", .. names.Select(name => $"labels_{name}={data.LabelFile(name)}"),
            string.Create(CultureInfo.InvariantCulture, $"batch={PeerBatch}"), string.Create(CultureInfo.InvariantCulture, $"threads={Settings.Threads}"),
        ];
        using var peer = PeerProcess.Start(bench.Python, $"soft_entropy_{Peer}.py", arguments);
        var repetitions = bench.Settings.Times(15);
        var pairs = Pairs.Run(repetitions, () => Measurement.Of(ours.Run), peer.Run);
        var sets = Sets == 1 ? $"{Labels} labels" : $"{Sets} sets of {Labels} labels";
        yield return Row.OfPairs(
            Name, $"soft entropy and information, n {rows}, d {Features}, m {Anchors}, {sets}, float32", $"{Peer} accumulator", Limit.AtLeast(Least), pairs,
            Agreement.Of(pairs.Ours[0], pairs.Others[0], Tolerance, ["entropy", .. names.Select(name => $"mutual-information/{name}")]), bench.Settings);
    }
}
