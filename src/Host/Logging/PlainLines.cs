using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace Infoscope.Host.Logging;

/// <summary>Writes each message as one line without decoration.</summary>
internal sealed class PlainLines : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output) => output.WriteLine(Printable.Of(logEvent.RenderMessage(CultureInfo.InvariantCulture)));
}
