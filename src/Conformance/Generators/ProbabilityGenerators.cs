using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Generators;

/// <summary>Probability vectors, drawn by FsCheck. Equal seeds of FsCheck give equal vectors.</summary>
public static class ProbabilityGenerators
{
    /// <summary>The most entries of a vector.</summary>
    public const int MostEntries = 24;

    private const int Shapes = 6;

    /// <summary>Gets probability vectors of 1 to 24 entries: flat, one-hot, uniform on all entries or on some, falling as 1/k, with zeros, and with entries down to 1e-300.</summary>
    /// <remarks>Entries are at least 0 and sum to 1 within n 2^-52. They shrink to short vectors such as (1), (1, 0) and (0.5, 0.5).</remarks>
    public static Arbitrary<double[]> Vectors { get; } = Arb.From(Streams.Make("probabilities", Draw), Shrink);

    /// <summary>Gives simpler probability vectors: fewer entries, fewer of them above zero, equal ones, multiples of a half, a quarter, ..., larger ones first.</summary>
    /// <remarks>Each candidate is strictly smaller by (entries, entries above zero, not all of these equal, denominator, pairs out of order), so that shrinking ends. It is lazy.</remarks>
    public static IEnumerable<double[]> Shrink(double[] vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return ProbabilityShrinker.Shrink(vector);
    }

    private static double[] Draw(RandomStream random)
    {
        var count = 1 + (int)random.NextBelow(random.NextBelow(2) == 0 ? 4 : MostEntries);
        var weights = new double[count];
        var shape = random.NextBelow(Shapes);
        var hot = (int)random.NextBelow(count);
        for (var i = 0; i < count; i++)
        {
            // Exponential weights make every vector equally likely once they are divided by their sum.
            var flat = -Math.Log(1 - random.NextDouble());
            weights[i] = shape switch
            {
                0 => flat,
                1 => i == hot ? 1 : 0,
                2 => 1,
                3 => i == hot || random.NextBelow(2) == 0 ? 1 : 0,
                4 => i == hot || random.NextBelow(2) == 0 ? 1.0 / (1 + i) : 0,
                _ => i == hot ? 1 : Math.Pow(10, -300 * random.NextDouble()),
            };
        }

        if (shape is 0 && random.NextBelow(2) == 0)
        {
            for (var i = 0; i < count; i++) weights[i] = i == hot || random.NextBelow(3) > 0 ? weights[i] : 0;
        }

        var sum = weights.Sum();
        // All flat weights are zero once in 2^53 draws of one entry.
        return sum == 0 ? [1, .. new double[count - 1]] : Array.ConvertAll(weights, weight => weight / sum);
    }
}
