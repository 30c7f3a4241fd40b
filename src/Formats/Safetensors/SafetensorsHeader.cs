using System.Text.Json;

namespace Infoscope.Formats;

/// <summary>The JSON header of a .safetensors file.</summary>
internal sealed class SafetensorsHeader
{
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);
    private readonly List<SafetensorsEntry> entries = [];

    private SafetensorsHeader()
    {
    }

    /// <summary>Gets the texts under <c>__metadata__</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <summary>Gets the tensors in the order of the header.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries => entries;

    /// <summary>Reads the text of a header.</summary>
    /// <exception cref="FormatException">It is malformed; the message says how.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json)
    {
        // Checked first: the reader reports bad text in names late and as another kind of failure.
        if (!System.Text.Unicode.Utf8.IsValid(json)) throw new FormatException("it is not UTF-8");
        try
        {
            var header = new SafetensorsHeader();
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
            reader.Read();
            header.ReadAll(ref reader);
            if (reader.Read()) throw new FormatException("it goes on behind its end");
            return header;
        }
        catch (JsonException failure)
        {
            throw new FormatException($"it is not JSON at line {failure.LineNumber}, byte {failure.BytePositionInLine}", failure);
        }
        catch (InvalidOperationException failure)
        {
            // An escape such as \ud800 stands for half a character.
            throw new FormatException("a text in it is not Unicode", failure);
        }
    }

    private void ReadAll(ref Utf8JsonReader reader)
    {
        Expect(reader, JsonTokenType.StartObject, "the header", "an object");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (NextName(ref reader) is { } key)
        {
            if (!keys.Add(key)) throw new FormatException($"the name '{key}' comes twice");
            if (key == "__metadata__") ReadMetadata(ref reader);
            else if (entries.Count == StoredFile.MostArrays) throw new FormatException($"it names more than {StoredFile.MostArrays} tensors, so split the file");
            else entries.Add(ReadEntry(ref reader, key));
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Expect(reader, JsonTokenType.StartObject, "'__metadata__'", "an object");
        while (NextName(ref reader) is { } key)
        {
            Expect(reader, JsonTokenType.String, $"'__metadata__' entry '{key}'", "a text");
            if (!metadata.TryAdd(key, reader.GetString()!)) throw new FormatException($"the metadata '{key}' comes twice");
        }
    }

    private static SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string key)
    {
        Expect(reader, JsonTokenType.StartObject, $"tensor '{key}'", "an object");
        string? type = null;
        long[]? shape = null, offsets = null;
        while (NextName(ref reader) is { } part)
        {
            if ((part, type, shape, offsets) is ("dtype", not null, _, _) or ("shape", _, not null, _) or ("data_offsets", _, _, not null)) throw new FormatException($"tensor '{key}' has '{part}' twice");
            switch (part)
            {
                case "dtype":
                    Expect(reader, JsonTokenType.String, $"'dtype' of tensor '{key}'", "a text");
                    type = reader.GetString();
                    break;
                case "shape": shape = ReadNumbers(ref reader, key, part); break;
                case "data_offsets": offsets = ReadNumbers(ref reader, key, part); break;
                default: throw new FormatException($"tensor '{key}' has the unknown part '{part}'");
            }
        }

        if (type is null || shape is null || offsets is null) throw new FormatException($"tensor '{key}' lacks 'dtype', 'shape' or 'data_offsets'");
        if (offsets.Length != 2) throw new FormatException($"tensor '{key}' has {offsets.Length} offsets where 2 should stand");
        return new SafetensorsEntry { Key = key, Type = type, Shape = shape, Begin = offsets[0], End = offsets[1] };
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string key, string part)
    {
        Expect(reader, JsonTokenType.StartArray, $"'{part}' of tensor '{key}'", "a list of whole numbers");
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0)
                throw new FormatException($"'{part}' of tensor '{key}' holds something else than whole numbers from 0 to {long.MaxValue}");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    // Leaves the reader at the value of the next property; null at the end of the object.
    private static string? NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName) return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType wanted, string what, string allowed)
    {
        if (reader.TokenType != wanted) throw new FormatException($"{what} is not {allowed}");
    }
}
