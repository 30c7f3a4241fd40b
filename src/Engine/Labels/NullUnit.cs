namespace Infoscope.Engine.Labels;

/// <summary>What changes places when labels are permuted.</summary>
public enum NullUnit
{
    /// <summary>The label of a row: right where rows are independent of each other.</summary>
    Rows,

    /// <summary>The labels of a whole sequence, with those of another of equal length: right where the rows of one sequence depend on each other.</summary>
    Sequences,
}
