namespace Infoscope.Loading;

/// <summary>A label source that is ready to run.</summary>
/// <remarks>Whoever keeps this, or anything its source gave, keeps the plugin in memory after the catalog is disposed.</remarks>
public sealed class LoadedLabelSource
{
    internal LoadedLabelSource(LabelSourceDescription description, ILabelSource source)
    {
        Description = description;
        Source = source;
    }

    /// <summary>Gets what its metadata says.</summary>
    public LabelSourceDescription Description { get; }

    /// <summary>Gets the instance, the same for every caller.</summary>
    public ILabelSource Source { get; }
}
