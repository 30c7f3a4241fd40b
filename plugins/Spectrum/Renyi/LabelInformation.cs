using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>What a label set says of its rows, in nats.</summary>
/// <remarks>
/// The kernel of labels is 1 for equal ones and 0 otherwise, so the joint matrix A o B / tr(A o B) is block diagonal: of the rows of each label, times that label's share of the rows.
/// </remarks>
internal sealed record LabelInformation
{
    /// <summary>Gets S(A) of the labelled rows.</summary>
    public required double WholeNats { get; init; }

    /// <summary>Gets S(A) of the rows of each label.</summary>
    public required double[] OfLabelsNats { get; init; }

    /// <summary>Gets S(Y), the entropy of the shares of the labels.</summary>
    public required double LabelEntropyNats { get; init; }

    /// <summary>Gets S(A,Y) - S(Y); the mean over labels at order 1.</summary>
    public required double ConditionalNats { get; init; }

    /// <summary>Gets the largest conditional entropy that labels of these sizes can have: when the eigenvalues of each label's rows are equal.</summary>
    public required double ConditionalCeilingNats { get; init; }

    /// <summary>Gets S(A) + S(Y) - S(A,Y).</summary>
    public double Nats => WholeNats - ConditionalNats;

    /// <summary>Gets the least upper bound of the information that the two entropies give.</summary>
    /// <remarks>S(A,Y) is at least S(A) and S(Y) at every order: a product with a correlation matrix spreads eigenvalues out.</remarks>
    public double CeilingNats => Math.Min(WholeNats, LabelEntropyNats);

    /// <summary>Computes the numbers from the entropies of the parts.</summary>
    /// <param name="entropy">The entropy of matrices.</param>
    /// <param name="shares">The share of the rows that each label has.</param>
    /// <param name="wholeNats">S(A) of all labelled rows.</param>
    /// <param name="ofLabelsNats">S(A) of the rows of each label.</param>
    /// <param name="ranks">The most eigenvalues other than 0 that the rows of each label can have.</param>
    public static LabelInformation Of(MatrixEntropy entropy, double[] shares, double wholeNats, double[] ofLabelsNats, int[] ranks)
    {
        var labelEntropy = SpectralEntropy.RenyiNats(shares, entropy.Order);
        return new LabelInformation
        {
            WholeNats = wholeNats,
            OfLabelsNats = ofLabelsNats,
            LabelEntropyNats = labelEntropy,
            ConditionalNats = Conditional(ofLabelsNats),
            ConditionalCeilingNats = Conditional([.. ranks.Select(rank => Math.Log(rank))]),
        };

        // At order 1 the entropy of the labels cancels, and is left out.
        double Conditional(double[] ofLabels) =>
            entropy.Order == 1 ? shares.Zip(ofLabels, (share, nats) => share * nats).Sum() : entropy.OfSumNats(shares, ofLabels) - labelEntropy;
    }
}
