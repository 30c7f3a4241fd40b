namespace Infoscope.ComparePeers.Ours;

/// <summary>Says nothing.</summary>
internal sealed class SilentLog : IEstimationLog
{
    /// <inheritdoc/>
    public void Information(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }
}
