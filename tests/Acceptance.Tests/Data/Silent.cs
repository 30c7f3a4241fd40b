namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Says nothing.</summary>
internal sealed class Silent : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
