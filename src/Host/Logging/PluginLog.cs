using Serilog;

namespace Infoscope.Host.Logging;

/// <summary>Takes what plugins say into the host's log.</summary>
internal sealed class PluginLog(ILogger log) : IEstimationLog
{
    public void Information(string message) => log.Information("{Message:l}", message);

    public void Warning(string message) => log.Warning("{Message:l}", message);
}
