using Infoscope.Engine.Inputs;

namespace Infoscope.Conformance;

/// <summary>Rows in memory as a source for the engine.</summary>
internal sealed class SampleActivations(double[][] rows, string name = "sample") : IActivationSource
{
    public string Name => name;

    public long Rows => rows.Length;

    public int Features => rows[0].Length;

    public Precision NativePrecision => Precision.Double;

    public void Read(long firstRow, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++) target[i] = (float)rows[firstRow + (i / Features)][i % Features];
    }

    public void Read(long firstRow, Span<double> target)
    {
        for (var i = 0; i < target.Length; i++) target[i] = rows[firstRow + (i / Features)][i % Features];
    }
}
