namespace Infoscope.Conformance.Truths;

/// <summary>Equally likely labels, uniform on unit cubes in a row along the first axis.</summary>
internal sealed class Cubes(int labels, int features, double gap) : LabelTask(Shannon.Uniform(labels), features)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfClosedForm(Math.Log(labels), "the cubes do not meet, so I = H(Y) = ln K");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row)
    {
        foreach (ref var number in row) number = random.NextDouble();
        row[0] += label * (1 + gap);
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label)
    {
        var from = label * (1 + gap);
        return row[0] >= from && row[0] < from + 1 ? 0 : double.NegativeInfinity;
    }
}
