namespace Infoscope.Conformance.Truths;

/// <summary>Two finite variables: the label Y, and a row of one number, the symbol Z.</summary>
/// <param name="joint">The probability of each label and symbol, joint[y][z].</param>
internal sealed class JointSymbols(double[][] joint) : LabelTask([.. joint.Select(row => row.Sum())], 1)
{
    private readonly double[] symbols = [.. Enumerable.Range(0, joint[0].Length).Select(z => joint.Sum(row => row[z]))];

    /// <inheritdoc/>
    protected override Truth DeriveTruth()
    {
        double sum = 0;
        for (var y = 0; y < joint.Length; y++)
        {
            for (var z = 0; z < symbols.Length; z++)
            {
                if (joint[y][z] > 0) sum += joint[y][z] * Math.Log(joint[y][z] / (LabelProbabilities[y] * symbols[z]));
            }
        }

        return Truth.OfClosedForm(sum, "the sum of p(y,z) ln p(y,z)/(p(y) p(z))");
    }

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth() => Truth.OfClosedForm(
        Shannon.EntropyNats(LabelProbabilities) + Shannon.EntropyNats(symbols) - Shannon.EntropyNats(joint.SelectMany(row => row)), "H(Y) + H(Z) - H(Y,Z)");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row) =>
        row[0] = random.NextCategory([.. joint[label].Select(p => p / LabelProbabilities[label])]);

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => Math.Log(joint[label][(int)row[0]] / LabelProbabilities[label]);
}
