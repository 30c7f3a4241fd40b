using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>How the assignments of single rows lie about their mean: their entropies and their squares, summed.</summary>
internal sealed class RowSpread(int anchors)
{
    private readonly double[] squares = new double[anchors];

    /// <summary>Gets the sum of the rows' entropies in nats.</summary>
    public double EntropyNats { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> assignment, double entropyNats)
    {
        EntropyNats += entropyNats;
        Vectors.AddSquares(squares, assignment);
    }

    /// <summary>Adds other sums.</summary>
    public void Add(RowSpread other)
    {
        EntropyNats += other.EntropyNats;
        Vectors.Add(squares, other.squares);
    }

    /// <summary>Gives the sum over anchors of the variance of the assignment over rows divided by its mean.</summary>
    public double RelativeVariance(ReadOnlySpan<double> mean, long rows)
    {
        double sum = 0;
        for (var i = 0; i < squares.Length; i++)
        {
            if (mean[i] > 0) sum += squares[i] / rows / mean[i] - mean[i];
        }

        return sum;
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(EntropyNats);
        StateFormat.WriteSums(to, squares);
    }

    /// <summary>Reads the sums.</summary>
    public void Restore(BinaryReader from)
    {
        EntropyNats = StateFormat.ReadSum(from);
        StateFormat.ReadSums(from, squares);
    }
}
