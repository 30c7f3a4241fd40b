using Infoscope.Host.Reports;

namespace Infoscope.Host.Tests.Reports;

public sealed class WholeWriterTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void NothingIsInTheFileBeforeTheFlushAndAllOfItAfter()
    {
        // Longer than any buffer that a writer or a stream would empty on its own.
        var line = new string('é', 100_000);
        using var writer = new WholeWriter(files.PathOf("lines"));
        for (var i = 0; i < 3; i++) writer.Write(line);
        writer.Write('\n');
        Assert.Equal("", files.Read("lines"));
        writer.Flush();
        Assert.Equal(line + line + line + "\n", files.Read("lines"));
    }

    [Fact]
    public void WhatWasThereIsReplacedAndWhatIsLeftIsWrittenAtTheEnd()
    {
        files.Write("lines", "older and longer");
        using (var writer = new WholeWriter(files.PathOf("lines"))) writer.Write("new");
        Assert.Equal("new", files.Read("lines"));
    }
}
