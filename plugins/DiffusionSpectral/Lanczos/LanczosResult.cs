namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>What a stochastic Lanczos quadrature says of the entropy of a kernel.</summary>
internal sealed record LanczosResult
{
    /// <summary>Gets the estimated entropy; nothing is clamped, so it may lie outside its range by a few standard errors.</summary>
    public required double Nats { get; init; }

    /// <summary>Gets the standard error of the entropy over draws of the probes.</summary>
    public required double StandardErrorNats { get; init; }

    /// <summary>Gets how far at most the quadrature of so many steps seems to be from its limit; more probes do not lessen it, more steps do.</summary>
    /// <remarks>It is the change since half as many steps, enlarged at times below 1/2: an upper estimate, of which the true error is mostly a small part.</remarks>
    public required double QuadratureErrorNats { get; init; }

    /// <summary>Gets the number of probes used.</summary>
    public required int Probes { get; init; }

    /// <summary>Gets the largest number of Lanczos steps of a probe.</summary>
    public required int Steps { get; init; }

    /// <summary>Gets the trace of the kernel to the power of the diffusion time.</summary>
    public required double TraceOfTime { get; init; }

    /// <summary>Gets whether that trace was given; otherwise it is estimated from the same probes.</summary>
    public required bool TraceIsExact { get; init; }
}
