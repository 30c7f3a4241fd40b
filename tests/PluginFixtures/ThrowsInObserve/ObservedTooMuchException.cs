namespace Infoscope.Fixtures.ThrowsInObserve;

/// <summary>A type of the plugin, which must not be kept by the host.</summary>
public sealed class ObservedTooMuchException(string message) : Exception(message);
