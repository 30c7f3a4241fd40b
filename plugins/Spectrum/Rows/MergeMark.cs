namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Where rows that were merged in begin or end.</summary>
/// <param name="Row">The row before which it is; behind the last row, their number.</param>
/// <param name="Begins">Whether they begin there.</param>
internal readonly record struct MergeMark(int Row, bool Begins);
