namespace Infoscope.Plugins.Distributions.Tests.Runs;

internal sealed class SilentLog : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
