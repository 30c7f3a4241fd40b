namespace Infoscope.Conformance;

/// <summary>A log that nobody reads: what an estimator says while it is verified concerns generated rows.</summary>
internal sealed class SilentLog : IEstimationLog
{
    public static SilentLog Instance { get; } = new();

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
