namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>The entropy of a set of points, in nats, with what bounds it.</summary>
internal readonly record struct PointEntropy
{
    /// <summary>Gets the entropy.</summary>
    public required double Nats { get; init; }

    /// <summary>Gets the standard error of a stochastic computation; 0 for an exact one.</summary>
    public double StandardErrorNats { get; init; }

    /// <summary>Gets a proven lower bound; null when none is known.</summary>
    public double? FloorNats { get; init; }

    /// <summary>Gets a proven upper bound.</summary>
    public required double CeilingNats { get; init; }
}
