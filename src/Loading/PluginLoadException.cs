namespace Infoscope.Loading;

/// <summary>A plugin, or one class of it, cannot be used.</summary>
/// <remarks>Carries no inner exception: one of a plugin's own types would keep the plugin loaded.</remarks>
public sealed class PluginLoadException : Exception
{
    /// <summary>Makes the exception of a refusal; the message is its sentence.</summary>
    public PluginLoadException(PluginRefusal refusal)
        : base(refusal?.Sentence)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>Gets what was refused and why.</summary>
    public PluginRefusal Refusal { get; }

    /// <summary>Gets the sort of failure.</summary>
    public PluginFailure Failure => Refusal.Failure;

    internal PluginLoadException(PluginFailure failure, string path, string sentence)
        : this(new PluginRefusal { Failure = failure, Path = path, Sentence = sentence })
    {
    }
}
