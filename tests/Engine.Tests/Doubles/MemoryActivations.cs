using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Rows in memory; row i of feature j is a number that tells which it is.</summary>
internal sealed class MemoryActivations(long rows, int features, Precision precision = Precision.Double) : IActivationSource
{
    public string Name => "memory";

    public long Rows => rows;

    public int Features => features;

    public Precision NativePrecision => precision;

    /// <summary>Gets or sets what is done before each read.</summary>
    public Action<long> BeforeRead { get; set; } = _ => { };

    public static double Value(long row, int feature) => row + (feature / 16.0);

    public void Read(long firstRow, Span<float> target)
    {
        BeforeRead(firstRow);
        for (var i = 0; i < target.Length; i++) target[i] = (float)Value(firstRow + (i / features), i % features);
    }

    public void Read(long firstRow, Span<double> target)
    {
        BeforeRead(firstRow);
        for (var i = 0; i < target.Length; i++) target[i] = Value(firstRow + (i / features), i % features);
    }
}
