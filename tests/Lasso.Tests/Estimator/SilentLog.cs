namespace Infoscope.Plugins.Lasso.Tests.Estimator;

internal sealed class SilentLog : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
