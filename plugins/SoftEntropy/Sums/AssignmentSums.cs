using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The summed assignments of all rows.</summary>
internal sealed class AssignmentSums(AssignmentLayout layout)
{
    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the sum of the rows' assignments, one number per anchor of each part.</summary>
    public double[] Assignments { get; } = new double[layout.Length];

    /// <summary>Adds some rows of the last chunk of an assignment.</summary>
    public void Add(SoftAssignment assignment, ReadOnlySpan<int> rows)
    {
        Rows += rows.Length;
        for (var part = 0; part < layout.Parts; part++)
            Vectors.AddRows(Assignments.AsSpan(part * layout.Anchors, layout.Anchors), assignment.Shares(part), rows);
    }

    /// <summary>Adds other sums.</summary>
    public void Add(AssignmentSums other)
    {
        Rows += other.Rows;
        Vectors.Add(Assignments, other.Assignments);
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
        StateFormat.ReadAssignments(from, Assignments, Rows, layout);
    }
}
