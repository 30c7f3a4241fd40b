namespace Infoscope;

/// <summary>The quantities that several estimators share.</summary>
/// <remarks>Z is the representation, Y a label set. An estimator may report quantities of its own beside these.</remarks>
public static class Quantities
{
    /// <summary>The entropy H(Z): over all valid rows without a label set, over its labelled rows with one.</summary>
    public static Quantity Entropy { get; } = new() { Id = "entropy", Symbol = "H(Z)", Name = "entropy" };

    /// <summary>The differential entropy h(Z) of the density that the rows are drawn from; any sign, and it moves with the unit of the features.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    public static Quantity DifferentialEntropy { get; } = new() { Id = "differential-entropy", Symbol = "h(Z)", Name = "differential entropy" };

    /// <summary>The entropy of Z as a discrete variable, each distinct row a value of its own.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    public static Quantity DiscreteEntropy { get; } = new() { Id = "discrete-entropy", Symbol = "H(Z)", Name = "entropy of distinct rows", Minimum = 0 };

    /// <summary>The conditional entropy H(Z|Y), weighted by label frequency; with an item, H(Z|Y=y).</summary>
    public static Quantity ConditionalEntropy { get; } = new() { Id = "conditional-entropy", Symbol = "H(Z|Y)", Name = "conditional entropy" };

    /// <summary>The mutual information I(Y;Z).</summary>
    public static Quantity MutualInformation { get; } = new() { Id = "mutual-information", Symbol = "I(Y;Z)", Name = "mutual information", Minimum = 0, RisesWithInformation = true };

    /// <summary>The Jensen-Shannon divergence of each label against the rest, averaged over labels with equal weight.</summary>
    public static Quantity Disentanglement { get; } = new() { Id = "disentanglement", Symbol = "JSD(y,rest)", Name = "disentanglement, one against the rest", Minimum = 0, Maximum = Math.Log(2), RisesWithInformation = true };

    /// <summary>The Jensen-Shannon divergence among all labels with equal weights.</summary>
    public static Quantity DisentanglementUniform { get; } = new() { Id = "disentanglement-uniform", Symbol = "JSD(y1..yK)", Name = "disentanglement, all labels with equal weight", Minimum = 0, RisesWithInformation = true };

    /// <summary>The most information that any label set could have under the estimator's own channel.</summary>
    public static Quantity ChannelCeiling { get; } = new() { Id = "channel-ceiling", Symbol = "I(row;Z)", Name = "channel ceiling", Minimum = 0 };

    /// <summary>The expected mutual information of labels that are independent of Z, from a formula.</summary>
    public static Quantity NullBias { get; } = new() { Id = "null-bias", Symbol = "E[I|null]", Name = "analytic null bias", Minimum = 0 };

    /// <summary>The mutual information less the analytic null bias, so that labels that say nothing have 0 on average; may be below 0.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity MutualInformationCorrected { get; } = new() { Id = "mutual-information-corrected", Symbol = "I(Y;Z) - E[I|null]", Name = "mutual information less its analytic null bias" };

    /// <summary>The mean over labels of H(Z|Y=y) with equal weight, as in the thesis of Soft Entropy.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity ConditionalEntropyUnweighted { get; } = new() { Id = "conditional-entropy-unweighted", Symbol = "mean H(Z|Y=y)", Name = "conditional entropy, labels of equal weight" };

    /// <summary>H(Z) less the unweighted conditional entropy, as in the thesis of Soft Entropy; may be below 0 and is no mutual information unless all labels are equally frequent.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity MutualInformationUnweighted { get; } = new() { Id = "mutual-information-unweighted", Symbol = "H(Z) - mean H(Z|Y=y)", Name = "information, labels of equal weight", RisesWithInformation = true };

    /// <summary>H(Z) divided by the largest entropy that the estimator can give; derived by the engine, as are those that follow.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Efficiency { get; } = Ratio("efficiency", "H(Z)/max", "efficiency");

    /// <summary>I(Y;Z)/H(Z), the regularity of the library of Soft Entropy.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Regularity { get; } = Ratio("regularity", "I(Y;Z)/H(Z)", "regularity") with { RisesWithInformation = true };

    /// <summary>I(Y;Z) divided by the largest entropy that the estimator can give, the regularity of the thesis.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity RegularityOfMaximum { get; } = Ratio("regularity-of-maximum", "I(Y;Z)/max", "regularity, of the largest entropy") with { RisesWithInformation = true };

    /// <summary>H(Z|Y) divided by the largest entropy that the estimator can give.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Variation { get; } = Ratio("variation", "H(Z|Y)/max", "variation");

    /// <summary>The unweighted conditional entropy divided by the largest entropy that the estimator can give, the variation of the thesis.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity VariationUnweighted { get; } = Ratio("variation-unweighted", "mean H(Z|Y=y)/max", "variation, labels of equal weight");

    /// <summary>The share of H(Z) that a label set of an ordered chain explains beyond the one before it; below 0 where it explains less.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Share { get; } = Ratio("share", "(I(Yi;Z) - I(Yi-1;Z))/H(Z)", "share of the entropy") with { RisesWithInformation = true };

    /// <summary>The share of H(Z) that no label set of an ordered chain explains.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Residual { get; } = Ratio("residual", "(H(Z) - I(Yr;Z))/H(Z)", "residual");

    /// <summary>I(Y;Z)/I(X;Z) of an output label set Y and an input label set X.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public static Quantity Optimality { get; } = Ratio("optimality", "I(Y;Z)/I(X;Z)", "optimality");

    /// <summary>Gets every quantity of this class.</summary>
    public static IReadOnlyList<Quantity> All { get; } =
    [
        Entropy, DifferentialEntropy, DiscreteEntropy, ConditionalEntropy, MutualInformation, Disentanglement, DisentanglementUniform, ChannelCeiling, NullBias,
        MutualInformationCorrected, ConditionalEntropyUnweighted, MutualInformationUnweighted,
        Efficiency, Regularity, RegularityOfMaximum, Variation, VariationUnweighted, Share, Residual, Optimality,
    ];

    /// <summary>Finds a quantity of this class by its identity.</summary>
    /// <returns>The quantity, or null when no shared quantity has that identity.</returns>
    public static Quantity? Find(string id) => All.FirstOrDefault(quantity => quantity.Id == id);

    private static Quantity Ratio(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Ratio };
}
