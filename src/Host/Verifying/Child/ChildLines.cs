using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infoscope.Host.Verifying.Child;

/// <summary>How parent and child write to each other: a line of JSON each, behind a mark that tells it from what a plugin's native code may print.</summary>
internal static class ChildLines
{
    private const char Mark = '\u001e';

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes a line.</summary>
    public static string Write<T>(T value) => Mark + JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a line; null when it is none of these.</summary>
    public static T? Read<T>(string line)
        where T : class
    {
        var mark = line.LastIndexOf(Mark);
        try
        {
            return mark < 0 ? null : JsonSerializer.Deserialize<T>(line[(mark + 1)..], Options);
        }
        catch (JsonException)
        {
            // Cut short by the end of the process that wrote it.
            return null;
        }
    }
}
