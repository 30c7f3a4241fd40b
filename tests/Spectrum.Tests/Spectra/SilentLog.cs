namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

internal sealed class SilentLog : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
