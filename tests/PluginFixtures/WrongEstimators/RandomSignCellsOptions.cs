using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators;

/// <summary>The options of <see cref="RandomSignCells"/>.</summary>
public sealed record RandomSignCellsOptions
{
    /// <summary>Gets the number of random directions; 6 by default.</summary>
    [Option("number of random directions", Minimum = 1, Maximum = CellEstimation.MostSigns)]
    public int Directions { get; init; } = 6;
}
