namespace Infoscope.Engine.Tests.Doubles;

/// <summary>A log that says nothing.</summary>
internal sealed class Quiet : IEstimationLog
{
    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
