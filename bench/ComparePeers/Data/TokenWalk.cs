using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Data;

/// <summary>Unit tokens of a sequence, each near the one before it and all near one direction, as the states of a language model are.</summary>
internal sealed class TokenWalk
{
    // The share of the common direction, the correlation with the token before, and the power by which directions matter less and less.
    private const double Cone = 0.5, Correlation = 0.9, Decay = 0.5;

    /// <summary>Draws some tokens and a target after them.</summary>
    public TokenWalk(string folder, int count, int features)
    {
        (Count, Features, File) = (count, features, Path.Combine(folder, $"tokens-{count}x{features}.npy"));
        var random = new RandomStream(6, $"tokens of {features}");
        double[] scales = [.. Enumerable.Range(1, features).Select(place => Math.Pow(place, -Decay))];
        var common = Unit([.. scales.Select(_ => random.NextNormal())]);
        double[] Step() => [.. scales.Select(scale => scale * random.NextNormal())];
        var state = Step();
        List<double> values = [];
        for (var token = 0; token <= count; token++)
        {
            var step = Step();
            for (var i = 0; token > 0 && i < features; i++) state[i] = (Correlation * state[i]) + (Math.Sqrt(1 - (Correlation * Correlation)) * step[i]);
            var own = Unit(state);
            values.AddRange(Unit([.. own.Select((value, i) => (Math.Sqrt(Cone) * common[i]) + (Math.Sqrt(1 - Cone) * value))]));
        }

        Values = [.. values];
        Npy.Write<double>(File, Values, count + 1, features);
    }

    /// <summary>Gets the number of tokens before the target.</summary>
    public int Count { get; }

    /// <summary>Gets the number of features.</summary>
    public int Features { get; }

    /// <summary>Gets the tokens and the target after them, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Gets the file that holds them.</summary>
    public string File { get; }

    private static double[] Unit(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / norm)];
    }
}
