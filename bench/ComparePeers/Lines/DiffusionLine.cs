using System.Globalization;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>Diffusion spectral entropy, from all eigenvalues or by stochastic Lanczos quadrature, against all eigenvalues in numpy.</summary>
/// <param name="Name">The name of the line.</param>
/// <param name="Points">The number of points.</param>
/// <param name="QuickPoints">The number of points where sizes are small.</param>
/// <param name="IsExact">Whether ours takes all eigenvalues too; otherwise 32 probes.</param>
/// <param name="Least">The ratio to reach.</param>
/// <param name="Times">How often it is measured.</param>
internal sealed record DiffusionLine(string Name, int Points, int QuickPoints, bool IsExact, double Least, int Times) : ILine
{
    private const int Features = 256;
    private const string Bandwidth = "16";

    // What the peer adds to each share, and the rounding of its eigenvalues: 1e-10 bits at 10,000 points.
    private const double ExactTolerance = 1e-8;

    // Probes are drawn; of standard errors that are honest within a factor of 2, this many cover any draw.
    private const double StandardErrors = 5;

    // The part of a run that is short enough to be done before it counts.
    private const int MostWarmPoints = 5000;

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var count = bench.Settings.Size(Points, QuickPoints);
        var points = new Points(bench.Folder, count, Features, centres: 1);
        var number = count.ToString(CultureInfo.InvariantCulture);
        var run = new DiffusionRun(points, Settings.Threads, withLabels: false, new Dictionary<string, string>
        {
            ["bandwidth"] = Bandwidth, ["maximum-rows"] = number, ["exact-rows"] = IsExact ? number : "2",
            // No tolerance, so that the probes are not doubled.
            ["tolerance"] = "1E+300",
        });
        using var peer = PeerProcess.Start(bench.Python, "diffusion.py", $"rows={points.RowFile}", $"bandwidth={Bandwidth}");
        var pairs = Pairs.Run(bench.Settings.Times(Times), () => Measurement.Of(run.Run), peer.Run, warm: count < MostWarmPoints);
        var tolerance = IsExact ? ExactTolerance : StandardErrors * run.StandardErrors["entropy"];
        var work = string.Create(CultureInfo.InvariantCulture, $"diffusion spectral entropy, {(IsExact ? "all eigenvalues" : "32 probes")}, n {count}, d {Features}");
        var row = Row.OfPairs(
            Name, work, "numpy, all eigenvalues", Limit.AtLeast(Least), pairs, Agreement.Of(pairs.Ours[0], pairs.Others[0], tolerance, "entropy"), bench.Settings);
        yield return row;
        yield return WithoutDiagonals(row, pairs);
    }

    /// <summary>Makes the row of a peer that scales the kernel by numbers and not by products with diagonal matrices.</summary>
    public static LineResult WithoutDiagonals(LineResult row, Pairs pairs)
    {
        double[] seconds = [.. pairs.Others.Select(other => other.Cost.WallSeconds - other.Values["diagonal-seconds"][0])];
        return row with
        {
            Line = $"{row.Line}-scaled",
            Against = $"{row.Against}, without its products with diagonal matrices",
            Figure = new Spread(pairs.Ours.Zip(seconds, (ours, other) => other / ours.Cost.WallSeconds)),
            Other = new Spread(seconds),
            OtherProcessor = null,
            Limit = null,
            Processor = null,
            Agreement = null,
        };
    }
}
