namespace Infoscope.Conformance.Truths;

/// <summary>An increasing function applied to each feature.</summary>
internal sealed class ElementwiseMap(string id, string name, Func<double, double> apply, Func<double, double> invert) : RowMap
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row) => Each(row, apply);

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image) => Each(image, invert);

    private static double[] Each(ReadOnlySpan<double> numbers, Func<double, double> function)
    {
        var result = new double[numbers.Length];
        for (var i = 0; i < result.Length; i++) result[i] = function(numbers[i]);
        return result;
    }
}
