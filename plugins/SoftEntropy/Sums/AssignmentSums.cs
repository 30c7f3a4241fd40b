using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The summed assignments of some rows, such as those of one label.</summary>
internal sealed class AssignmentSums(AssignmentLayout layout)
{
    // Far above the rounding of any number of additions, far below a flipped bit that matters.
    private const double SumTolerance = 1e-6;

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the sum of the rows' assignments, one number per anchor of each part.</summary>
    public double[] Assignments { get; } = new double[layout.Length];

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

    /// <summary>Gives the sums of one part alone; they are these where there is no other part, else a copy.</summary>
    public AssignmentSums Part(int part)
    {
        if (layout.Parts == 1) return this;
        var sums = new AssignmentSums(layout.OnePart) { Rows = Rows };
        layout.Part(Assignments, part).CopyTo(sums.Assignments);
        return sums;
    }

    /// <summary>Gives the mean assignment of the rows in a part, a distribution over the anchors; there must be a row.</summary>
    public double[] Mean(int part = 0)
    {
        var mean = new double[layout.Anchors];
        Vectors.Divide(layout.Part(Assignments, part), Rows, mean);
        return mean;
    }

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
        // The assignments of a row add up to 1 in each part, which tells damaged sums.
        for (var part = 0; part < layout.Parts; part++)
        {
            double sum = 0;
            foreach (var share in layout.Part(Assignments, part)) sum += share;
            if (Math.Abs(sum - Rows) > SumTolerance * Rows) throw StateFormat.Refusal($"assignments that add up to {sum} stand for {Rows} rows");
        }
    }
}
