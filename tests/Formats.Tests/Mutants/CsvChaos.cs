using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Tables of quotes, separators and line ends in any order.</summary>
internal static class CsvChaos
{
    private static readonly string[] Parts =
    [
        ",", ",", ",", "\n", "\n", "\r", "\r\n", "\n\r", "\"", "\"\"", "\"a\"", "\"a,b\"", "\"a\nb\"", "\"a\"b", "a\"b", "a", "1", "-1", "1e999", "nan", " ", "\t", ";", "\0", "\uFEFF", "é", "\u2028", "\u001b[2J", "class", "=1+1",
    ];

    public static byte[] Make(RandomStream random)
    {
        var text = new StringBuilder(random.NextBelow(8) == 0 ? "" : "class,split\n");
        var parts = random.NextBelow(60);
        for (var i = 0L; i < parts; i++) text.Append(random.Of(Parts));
        switch (random.NextBelow(16))
        {
            case 0: text.Append('"', 1 + (int)random.NextBelow(3000)); break;
            case 1: text.Insert(0, new string(',', 3000)); break;
            case 2: text.Insert(0, string.Concat(Enumerable.Repeat("\"x\",", 500))); break;
            case 3: text.Append('x', 5000); break;
            case 4: text.Insert(0, "\"" + new string('x', 5000) + "\"\"x"); break;
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return random.NextBelow(8) switch
        {
            0 => [.. bytes, random.Of<byte>([0xFF, 0xC0, 0xE2, 0x80, 0xED]), (byte)'\n'],
            1 => Encoding.Unicode.GetBytes(text.ToString()),
            2 => [0xFF, 0xFE, .. bytes],
            _ => bytes,
        };
    }
}
