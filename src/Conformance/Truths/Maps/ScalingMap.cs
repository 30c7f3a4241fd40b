using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Every feature multiplied by one positive number.</summary>
internal sealed class ScalingMap(double factor) : RowMap
{
    /// <inheritdoc/>
    public override string Id => Invariant($"scaled{factor}");

    /// <inheritdoc/>
    public override string Name => Invariant($"a scaling by {factor}");

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row) => Times(row, factor);

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image) => Times(image, 1 / factor);

    /// <inheritdoc/>
    public override double? LogVolumeNats(int features) => features * Math.Log(factor);

    private static double[] Times(ReadOnlySpan<double> numbers, double factor)
    {
        var result = numbers.ToArray();
        foreach (ref var number in result.AsSpan()) number *= factor;
        return result;
    }
}
