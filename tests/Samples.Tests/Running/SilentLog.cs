namespace Infoscope.Samples.Tests.Running;

internal sealed class SilentLog : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
