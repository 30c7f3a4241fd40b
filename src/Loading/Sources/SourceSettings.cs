namespace Infoscope.Loading;

/// <summary>How source files are compiled.</summary>
internal sealed record SourceSettings
{
    /// <summary>Gets how long the compiler may take. What is no attack takes seconds, also on a busy machine.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets where compiled files are kept; null keeps none.</summary>
    public SourceCache? Cache { get; init; } = SourceCache.OfUser();
}
