using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>How the assignments of single rows lie about their mean: their entropies and their squares, summed.</summary>
internal sealed class RowSpread(AssignmentLayout layout)
{
    private readonly double[] entropiesNats = new double[layout.Parts];
    private readonly double[] squares = new double[layout.Length];

    /// <summary>Gives the sum of the rows' entropies in a part, in nats.</summary>
    public double EntropyNats(int part) => entropiesNats[part];

    /// <summary>Adds some rows of the last chunk of an assignment.</summary>
    public void Add(SoftAssignment assignment, ReadOnlySpan<int> rows)
    {
        for (var part = 0; part < layout.Parts; part++)
        {
            var ofRows = assignment.EntropiesNats(part);
            foreach (var row in rows) entropiesNats[part] += ofRows[row];
            Vectors.AddSquaresOfRows(squares.AsSpan(part * layout.Anchors, layout.Anchors), assignment.Shares(part), rows);
        }
    }

    /// <summary>Adds other sums.</summary>
    public void Add(RowSpread other)
    {
        Vectors.Add(entropiesNats, other.entropiesNats);
        Vectors.Add(squares, other.squares);
    }

    /// <summary>Gives the sum over the anchors of a part of the variance of the assignment over rows divided by its mean.</summary>
    public double RelativeVariance(int part, ReadOnlySpan<double> mean, long rows)
    {
        var squaresOfPart = layout.Part(squares, part);
        double sum = 0;
        for (var i = 0; i < mean.Length; i++)
        {
            if (mean[i] > 0) sum += squaresOfPart[i] / rows / mean[i] - mean[i];
        }

        return sum;
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        StateFormat.WriteSums(to, entropiesNats);
        StateFormat.WriteSums(to, squares);
    }

    /// <summary>Reads the sums.</summary>
    public void Restore(BinaryReader from)
    {
        StateFormat.ReadSums(from, entropiesNats);
        StateFormat.ReadSums(from, squares);
    }
}
