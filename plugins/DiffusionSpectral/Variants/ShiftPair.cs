namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The eigenvalues of a 2 x 2 matrix as two shifts, by its diagonal and the product of the other two elements.</summary>
/// <remarks>Kept so, since their sum and product would lose what tells them from a diagonal element close to both.</remarks>
internal readonly record struct ShiftPair(double First, double Second, double Coupling);
