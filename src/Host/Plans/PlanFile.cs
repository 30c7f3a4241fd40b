using System.Globalization;
using System.Text.Json;

namespace Infoscope.Host.Plans;

/// <summary>Reads a plan: a JSON object, comments and trailing commas allowed, whose properties are the flags of compare.</summary>
internal static class PlanFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] Known =
    [
        "activations", "labels", "reference", "sequences", "attention", "estimators", "quantities", "set", "null", "seed", "positions", "items", "precision",
        "unit", "format", "out", "overwrite", "device", "threads", "plugin",
    ];

    public static CompareRequest Read(string path)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(File.ReadAllText(path), Options);
        }
        catch (JsonException failure)
        {
            throw new UserError($"the plan {path} is not JSON at line {failure.LineNumber + 1}: {failure.Message.Split(" LineNumber")[0]}");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new UserError($"the plan {path} holds {Kind(root)}; a plan is an object such as {{ \"activations\": [\"layer1.npy\"] }}.");
            foreach (var property in root.EnumerateObject())
            {
                if (!Known.Contains(property.Name))
                    throw new UserError($"the plan {path} has a property '{property.Name}'; {Suggest.Sentence(property.Name, Known)}");
            }

            var reader = new Reader(path, root);
            return new CompareRequest
            {
                Activations = reader.Texts("activations"),
                Labels = reader.Pairs("labels"),
                Reference = reader.Text("reference"),
                Sequences = reader.Text("sequences"),
                Attention = reader.Text("attention"),
                Estimators = reader.Texts("estimators"),
                Quantities = reader.Texts("quantities"),
                Set = reader.Pairs("set"),
                Null = reader.Number("null") is { } nulls ? checked((int)nulls) : null,
                Seed = reader.Number("seed") is { } seed ? checked((ulong)seed) : null,
                Positions = reader.Text("positions"),
                Items = reader.Flag("items"),
                Precision = reader.Text("precision"),
                Unit = reader.Text("unit"),
                Format = reader.Text("format"),
                Out = reader.Text("out"),
                Overwrite = reader.Flag("overwrite"),
                Device = reader.Text("device"),
                Threads = reader.Number("threads") is { } threads ? checked((int)threads) : null,
                Plugin = reader.Texts("plugin"),
                BaseFolder = Path.GetDirectoryName(Path.GetFullPath(path))!,
            };
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private sealed class Reader(string path, JsonElement root)
    {
        public string? Text(string name) => Find(name, JsonValueKind.String, "a text")?.GetString();

        public bool? Flag(string name)
        {
            if (!root.TryGetProperty(name, out var value)) return null;
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value, "true or false");
        }

        public long? Number(string name)
        {
            if (Find(name, JsonValueKind.Number, "a whole number") is not { } value) return null;
            return value.TryGetInt64(out var number) && number >= 0 && (name == "seed" || number <= int.MaxValue) ? number : throw Wrong(name, value, "a whole number of at least 0");
        }

        public IReadOnlyList<string>? Texts(string name)
        {
            if (!root.TryGetProperty(name, out var value)) return null;
            if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
            if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)) throw Wrong(name, value, "a text or an array of texts");
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        /// <summary>Reads an object as NAME=VALUE texts, as the flags have them.</summary>
        public IReadOnlyList<string>? Pairs(string name)
        {
            if (!root.TryGetProperty(name, out var value)) return null;
            if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, value, "an object");
            return [.. value.EnumerateObject().Select(property => $"{property.Name}={Scalar(name, property)}")];
        }

        private string Scalar(string name, JsonProperty property) => property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString()!,
            JsonValueKind.Number => property.Value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw new UserError(string.Create(CultureInfo.InvariantCulture, $"the plan {path}: {name}.{property.Name} is {Kind(property.Value)}; a text or a number is needed.")),
        };

        private JsonElement? Find(string name, JsonValueKind kind, string noun)
        {
            if (!root.TryGetProperty(name, out var value)) return null;
            return value.ValueKind == kind ? value : throw Wrong(name, value, noun);
        }

        private UserError Wrong(string name, JsonElement value, string noun) => new($"the plan {path}: {name} is {Kind(value)}; it must be {noun}.");
    }
}
