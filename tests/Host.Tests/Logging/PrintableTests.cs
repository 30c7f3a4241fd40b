using Infoscope.Host.Logging;

namespace Infoscope.Host.Tests.Logging;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain ± text", "plain ± text")]
    [InlineData("a\u001b[31mb\nc", "a\\u001b[31mb\\u000ac")]
    public void ControlCharactersAreWrittenOut(string text, string printable) => Assert.Equal(printable, Printable.Of(text));
}
