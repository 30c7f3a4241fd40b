using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The summed assignments of some rows, such as those of one label.</summary>
internal sealed class AssignmentSums(int anchors)
{
    // Far above the rounding of any number of additions, far below a flipped bit that matters.
    private const double SumTolerance = 1e-6;

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the sum of the rows' assignments, one number per anchor.</summary>
    public double[] Assignments { get; } = new double[anchors];

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> assignment)
    {
        Rows++;
        Vectors.Add(Assignments, assignment);
    }

    /// <summary>Adds other sums.</summary>
    public void Add(AssignmentSums other)
    {
        Rows += other.Rows;
        Vectors.Add(Assignments, other.Assignments);
    }

    /// <summary>Writes the mean assignment of the rows, a distribution over the anchors; there must be a row.</summary>
    public void Mean(Span<double> mean) => Vectors.Divide(Assignments, Rows, mean);

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(Rows);
        StateFormat.WriteSums(to, Assignments);
    }

    /// <summary>Reads the sums.</summary>
    public void Restore(BinaryReader from)
    {
        Rows = StateFormat.ReadCount(from);
        StateFormat.ReadSums(from, Assignments);
        // The assignment of a row adds up to 1, which tells damaged sums.
        if (Math.Abs(Assignments.Sum() - Rows) > SumTolerance * Rows) throw StateFormat.Refusal($"assignments that add up to {Assignments.Sum()} stand for {Rows} rows");
    }
}
