namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>An entropy of a set of points.</summary>
internal interface IPointEntropy
{
    /// <summary>Gives the entropy of the points, of which there is at least one.</summary>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    PointEntropy Of(Points points);
}
