using System.Globalization;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;

namespace Infoscope.ComparePeers.Lines;

/// <summary>Diffusion spectral mutual information of ten classes, against numpy.</summary>
/// <remarks>The estimator gives the entropy of all points as well, which the peer does not: by probes here, as classes alone are small enough for all eigenvalues. A row for information has it.</remarks>
internal sealed class InformationLine : ILine
{
    private const int Features = 256, Classes = 10, Repetitions = 5;
    private const string Bandwidth = "16";

    // Rounding of eigenvalues.
    private const double EntropyTolerance = 1e-8;

    // Subsets are drawn by both sides; the spread of their mean entropy is known from the standard error.
    private const double StandardErrors = 6;

    /// <inheritdoc/>
    public string Name => "dsmi";

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var count = bench.Settings.Size(2000, 400);
        var points = new Points(bench.Folder, count, Features, Classes);
        var options = new Dictionary<string, string>
        {
            ["bandwidth"] = Bandwidth, ["repetitions"] = Repetitions.ToString(CultureInfo.InvariantCulture),
            ["exact-rows"] = (count / Classes).ToString(CultureInfo.InvariantCulture), ["tolerance"] = "1E+300",
        };
        var run = new InformationRun(points, Settings.Threads, options);
        var estimator = new DiffusionRun(points, Settings.Threads, withLabels: true, options);
        using var peer = PeerProcess.Start(
            bench.Python, "diffusion.py", $"rows={points.RowFile}", $"labels={points.LabelFile}", $"bandwidth={Bandwidth}", string.Create(CultureInfo.InvariantCulture, $"repetitions={Repetitions}"));
        var pairs = Pairs.Run(bench.Settings.Times(9), () => Measurement.Of(run.Run), peer.Run);
        var withEntropy = Pairs.Run(bench.Settings.Times(9), () => Measurement.Of(estimator.Run), peer.Run);
        var agreement = Agreement.Of(pairs.Ours[0], pairs.Others[0], EntropyTolerance, "conditional-entropy/y")
            .And(Agreement.Of(pairs.Ours[0], pairs.Others[0], StandardErrors * estimator.StandardErrors["mutual-information/y"], "mutual-information/y"));
        var work = string.Create(CultureInfo.InvariantCulture, $"diffusion spectral information, n {count}, d {Features}, {Classes} classes, {Repetitions} subsets each");
        var row = Row.OfPairs(Name, work, "numpy, all eigenvalues", Limit.AtLeast(4), pairs, agreement, bench.Settings);
        yield return row;
        yield return DiffusionLine.WithoutDiagonals(row, pairs);
        yield return Row.OfPairs($"{Name}-estimator", "the same and the entropy of all points, by 32 probes", "numpy, all eigenvalues, the information alone", null, withEntropy, null, bench.Settings);
    }
}
