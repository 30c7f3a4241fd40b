using System.Globalization;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Plugins.Lasso.Selection;

namespace Infoscope.ComparePeers.Lines;

/// <summary>The Lasso at one penalty or along a path, its inner products included, against scikit-learn with precompute.</summary>
/// <param name="Name">The name of the line.</param>
/// <param name="Ratio">The penalty, or the last of the path, as a share of the smallest that selects nothing.</param>
/// <param name="Penalties">The number of penalties; 1 is no path.</param>
/// <param name="Least">The ratio to reach.</param>
internal sealed record LassoLine(string Name, double Ratio, int Penalties, double Least) : ILine
{
    // Both sides prove a duality gap of at most this share of the squared target.
    private const double PeerGap = 1e-12;

    // A gap of 1e-12 leaves the fit within 1.4e-6 of the best one; weights may differ by that over the least singular value of the selected tokens.
    private const double Tolerance = 1e-5;

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var settings = bench.Settings;
        var tokens = new TokenWalk(bench.Folder, settings.Size(512, 64), settings.Size(4096, 512));
        var penalties = settings.IsQuick && Penalties > 1 ? 20 : Penalties;
        using var peer = PeerProcess.Start(
            bench.Python, "lasso.py", [$"tokens={tokens.File}", Invariant($"ratio={Ratio}"), Invariant($"tolerance={PeerGap}"), "iterations=1000000", .. penalties > 1 ? [Invariant($"points={penalties}")] : Array.Empty<string>()]);
        var pairs = Pairs.Run(settings.Times(Penalties > 1 ? 5 : 9), () => Measurement.Of(() => Ours(tokens, penalties)), peer.Run);
        var what = penalties > 1 ? Invariant($"Lasso path of {penalties} penalties down to {Ratio}") : Invariant($"Lasso at ratio {Ratio}");
        yield return Row.OfPairs(
            Name, Invariant($"{what}, {tokens.Features} x {tokens.Count}, gap 1e-12, inner products included"), "scikit-learn with precompute", Limit.AtLeast(Least), pairs,
            Agreement.Of(pairs.Ours[0], pairs.Others[0], Tolerance, "weights"), settings);
    }

    private Dictionary<string, double[]> Ours(TokenWalk tokens, int penalties)
    {
        var problem = LassoProblem.FromTokens(tokens.Values, tokens.Count + 1, tokens.Features);
        IReadOnlyList<LassoSolution> solutions = penalties > 1 ? LassoPath.Solve(problem, penalties, Ratio, CancellationToken.None) : [LassoPath.AtRatio(problem, Ratio, null, CancellationToken.None)];
        if (!solutions.All(solution => solution.IsCertified)) throw new InvalidOperationException("a solution of ours has no proof that its gap is 1e-12.");
        return new() { ["weights"] = [.. solutions.SelectMany(solution => solution.Weights)] };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
