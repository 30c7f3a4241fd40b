using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Rows in memory.</summary>
internal sealed class DrawnActivations(double[] values, int features) : IActivationSource
{
    public string Name => "drawn rows";

    public long Rows => values.Length / features;

    public int Features => features;

    public Precision NativePrecision => Precision.Double;

    public void Read(long firstRow, Span<float> rows)
    {
        for (var i = 0; i < rows.Length; i++) rows[i] = (float)values[((int)firstRow * features) + i];
    }

    public void Read(long firstRow, Span<double> rows) => values.AsSpan((int)firstRow * features, rows.Length).CopyTo(rows);
}
