namespace Infoscope.Engine.Feeding;

/// <summary>A plugin did what the contract does not allow; the message says what.</summary>
internal sealed class PluginFaultException(string message) : Exception(message);
