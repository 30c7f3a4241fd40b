namespace Infoscope.Plugins.Binning.Tests.Problems;

internal sealed class SilentLog : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
