namespace Infoscope.Fixtures.NoEstimator;

/// <summary>Stamped as a plugin, with nothing inside.</summary>
public sealed class Empty;
