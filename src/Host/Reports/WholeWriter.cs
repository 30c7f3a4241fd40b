using System.Text;

namespace Infoscope.Host.Reports;

/// <summary>Writes a file of UTF-8 in which everything between two flushes arrives by one write, so that a killed run leaves whole lines.</summary>
internal sealed class WholeWriter(string path) : TextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly StringBuilder text = new();

    public override Encoding Encoding => Utf8;

    public override void Write(char value) => text.Append(value);

    public override void Write(string? value) => text.Append(value);

    public override void Flush()
    {
        if (text.Length == 0) return;
        file.Write(Utf8.GetBytes(text.ToString()));
        text.Clear();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
