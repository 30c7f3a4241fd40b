namespace Infoscope.Conformance;

/// <summary>A case as bytes: what a process notes cheaply before it runs the case.</summary>
public static class CaseBytes
{
    /// <summary>Writes a case; every number keeps its bits.</summary>
    public static byte[] Write(TestCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Write(writer, one.Configuration.Texts);
        Write(writer, one.Configuration.Resolved);
        writer.Write(one.Sample.Seed);
        writer.Write(one.Sample.Rows.Length);
        writer.Write(one.Sample.Features);
        foreach (var row in one.Sample.Rows)
        {
            foreach (var value in row) writer.Write(value);
        }

        foreach (var label in one.Sample.Labels.Fine) writer.Write(label);
        writer.Write(one.Sample.Labels.CoarseOf.Length);
        foreach (var label in one.Sample.Labels.CoarseOf) writer.Write(label);
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write(TestCase)"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The bytes are cut.</exception>
    public static TestCase Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var configuration = new Configuration { Texts = ReadTexts(reader), Resolved = ReadTexts(reader) };
        var seed = reader.ReadUInt64();
        var (rows, features) = (reader.ReadInt32(), reader.ReadInt32());
        return new TestCase(configuration, new Sample
        {
            Rows = Many(rows, () => Many(features, reader.ReadDouble)),
            Labels = new LabelTree { Fine = Many(rows, reader.ReadInt32), CoarseOf = Many(reader.ReadInt32(), reader.ReadInt32) },
            Seed = seed,
        });
    }

    private static void Write(BinaryWriter writer, IReadOnlyDictionary<string, string> texts)
    {
        writer.Write(texts.Count);
        foreach (var (name, text) in texts)
        {
            writer.Write(name);
            writer.Write(text);
        }
    }

    private static Dictionary<string, string> ReadTexts(BinaryReader reader)
    {
        var texts = new Dictionary<string, string>();
        for (var left = reader.ReadInt32(); left > 0; left--) texts.Add(reader.ReadString(), reader.ReadString());
        return texts;
    }

    private static T[] Many<T>(int count, Func<T> read)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++) items[i] = read();
        return items;
    }
}
