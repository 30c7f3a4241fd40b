namespace Infoscope.Fixtures.ThrowsInConstructor;

/// <summary>A type of the plugin, which must not be kept by the host.</summary>
public sealed class LicenceException(string message) : Exception(message);
