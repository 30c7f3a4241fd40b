using Infoscope.Engine.Inputs;
using Infoscope.Formats;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Single-precision activations of a sample file, whole in memory.</summary>
internal sealed class StoredActivations : IActivationSource
{
    private readonly float[] values;

    public StoredActivations(string path, string key)
    {
        using var file = ArrayFile.Open(path);
        var array = file.Find(key);
        Name = array.Name;
        LeadingAxes = [.. array.Shape.SkipLast(1)];
        Features = (int)array.Shape[^1];
        values = new float[array.Length];
        array.Read(0, values.AsSpan());
    }

    public string Name { get; }

    public IReadOnlyList<long> LeadingAxes { get; }

    public long Rows => values.Length / Features;

    public int Features { get; }

    public Precision NativePrecision => Precision.Single;

    public void Read(long firstRow, Span<float> rows) => values.AsSpan((int)firstRow * Features, rows.Length).CopyTo(rows);

    public void Read(long firstRow, Span<double> rows)
    {
        for (var i = 0; i < rows.Length; i++) rows[i] = values[((int)firstRow * Features) + i];
    }
}
