using System.Text.Json;

namespace Infoscope.Host.Plans;

/// <summary>Reads the properties of a plan by kind; one of another kind is a problem and counts as not said.</summary>
internal sealed class PlanReader(string path, JsonElement root, ProblemList problems)
{
    /// <summary>Names the kind of a value.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    public string? Text(string name) => Find(name, "a text", JsonValueKind.String) is { } value ? Whole(name, value.GetString()!) : null;

    public bool? Flag(string name) => Find(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    /// <summary>Reads a whole number from 0 to a largest one.</summary>
    public ulong? Number(string name, ulong largest)
    {
        if (Find(name, "a whole number", JsonValueKind.Number) is not { } value) return null;
        if (value.TryGetUInt64(out var number) && number <= largest) return number;
        problems.Add($"the plan {path}: {name} is {value.GetRawText()}; it must be a whole number from 0 to {largest}.");
        return null;
    }

    /// <summary>Reads one text or an array of texts.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        const string noun = "a text or an array of texts";
        if (Find(name, noun, JsonValueKind.String, JsonValueKind.Array) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return [Whole(name, value.GetString()!)];
        var items = value.EnumerateArray().ToArray();
        if (items.All(item => item.ValueKind == JsonValueKind.String)) return [.. items.Select(item => Whole(name, item.GetString()!))];
        problems.Add($"the plan {path}: {name} holds {Kind(items.First(item => item.ValueKind != JsonValueKind.String))}; it must be {noun}.");
        return null;
    }

    /// <summary>Reads an object as NAME=VALUE texts, as the flags have them.</summary>
    public IReadOnlyList<string>? Pairs(string name)
    {
        if (Find(name, "an object", JsonValueKind.Object) is not { } value) return null;
        foreach (var property in value.EnumerateObject().Where(property => Scalar(property.Value) is null))
            problems.Add($"the plan {path}: {name}.{property.Name} is {Kind(property.Value)}; it must be a text, a number, true or false.");
        return [.. value.EnumerateObject().Select(property => Whole(name, $"{property.Name}={Scalar(property.Value)}"))];
    }

    // What a command line cannot carry: no path and no name has it.
    private string Whole(string name, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) problems.Add($"the plan {path}: {name} holds the character \\u0000, which no path and no name has; leave it out.");
        return text;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private JsonElement? Find(string name, string noun, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!root.TryGetProperty(name, out var value)) return null;
        if (kinds.Contains(value.ValueKind)) return value;
        problems.Add($"the plan {path}: {name} is {Kind(value)}; it must be {noun}.");
        return null;
    }
}
