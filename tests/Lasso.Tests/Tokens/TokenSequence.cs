using System.Globalization;
using Infoscope.Compute;
using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>The tokens of one sequence and the noise they are seen through.</summary>
public sealed record TokenSequence
{
    // Half the distance from 1 to the next double.
    private const double UnitRoundoff = 1.0 / (1L << 53);

    public required double[][] Rows { get; init; }

    public required double Sigma { get; init; }

    public int Count => Rows.Length;

    public int Features => Rows[0].Length;

    public double Variance => Sigma * Sigma;

    /// <summary>Gets how far rounding may move a number of nats: n roundings of products as large as all squared norms together, over the noise.</summary>
    public double GainTolerance => 4 * Count * UnitRoundoff * (1 + Trace / Variance);

    /// <summary>Gets how far rounding may move an energy: the same before it is divided by the noise, for weights w of squared length up to |x|^2/sigma^2 / 4.</summary>
    public double EnergyTolerance => 4 * Count * UnitRoundoff * Trace * (1 + Trace / Variance);

    public double Trace => Rows.Sum(row => row.Sum(value => value * value));

    public TokenSequence Take(IEnumerable<int> tokens) => this with { Rows = [.. tokens.Select(token => Rows[token])] };

    public TokenSequence Permuted(ulong seed)
    {
        var permutation = new KeyedPermutation(seed, "test", Count);
        return Take(Enumerable.Range(0, Count).Select(place => (int)permutation[place]));
    }

    internal TokenGram Gram()
    {
        var gram = new double[Count * Count];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j <= i; j++) gram[i * Count + j] = gram[j * Count + i] = Rows[i].Zip(Rows[j], (x, y) => x * y).Sum();
        }

        return new TokenGram(gram, Count);
    }

    internal InformationGains Gains() => GainsOf(Gram(), Sigma);

    internal static InformationGains GainsOf(TokenGram gram, double sigma, Precision precision = Precision.Double)
    {
        var provider = new CpuComputeProvider();
        using var compute = provider.Open(provider.Probe()[0], precision);
        return InformationGains.Of(compute, gram, sigma, CancellationToken.None);
    }

    public override string ToString()
    {
        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        return $"{Count} tokens of {Features} features, sigma {Text(Sigma)}, rows [{string.Join(", ", Rows.Select(row => $"[{string.Join(", ", row.Select(Text))}]"))}]";
    }
}
