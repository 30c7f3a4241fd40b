namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>How much work a stochastic Lanczos quadrature does.</summary>
internal sealed record LanczosSettings
{
    /// <summary>Gets the number of Lanczos steps of each probe, at least 1; no more than n - 1 are done.</summary>
    public int Steps { get; init; } = 20;

    /// <summary>Gets the number of probes to begin with; it must exceed the number of exact traces by 3.</summary>
    public int Probes { get; init; } = 32;

    /// <summary>Gets the number of probes at which doubling ends even if the tolerance is not reached.</summary>
    public int MaximumProbes { get; init; } = 512;

    /// <summary>Gets the tolerance: the probes are doubled until three standard errors are at most this; 5e-3 bit by default. Infinity keeps to the first number of probes.</summary>
    public double ToleranceNats { get; init; } = Information.FromBits(5e-3).Nats;
}
