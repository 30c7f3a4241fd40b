namespace Infoscope.Engine.Feeding;

/// <summary>Rows of a window that lie one after another, are all used, and belong to one fold.</summary>
/// <param name="Offset">Where the first row stands in the window.</param>
/// <param name="Rows">How many rows there are, at least 1.</param>
/// <param name="FirstRank">Where the first row stands among the rows that are used.</param>
/// <param name="Fold">The fold.</param>
internal readonly record struct Stretch(int Offset, int Rows, long FirstRank, int Fold)
{
    /// <summary>Gets where the row behind the last one stands in the window.</summary>
    public int End => Offset + Rows;
}
