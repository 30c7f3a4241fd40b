namespace Infoscope.Loading;

/// <summary>How source files are compiled.</summary>
internal sealed record SourceSettings
{
    /// <summary>Gets how much time of the processor the compiler may take. What is no attack takes seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long the compiler may take by the clock, however busy the machine is.</summary>
    public TimeSpan ClockLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets where compiled files are kept; null keeps none.</summary>
    public SourceCache? Cache { get; init; } = SourceCache.OfUser();
}
