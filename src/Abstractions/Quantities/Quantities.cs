namespace Infoscope;

/// <summary>The quantities that several estimators share.</summary>
/// <remarks>Z is the representation, Y a label set. An estimator may report quantities of its own beside these.</remarks>
public static class Quantities
{
    /// <summary>The entropy H(Z): over all valid rows without a label set, over its labelled rows with one.</summary>
    public static Quantity Entropy { get; } = new() { Id = "entropy", Symbol = "H(Z)", Name = "entropy" };

    /// <summary>The conditional entropy H(Z|Y), weighted by label frequency; with an item, H(Z|Y=y).</summary>
    public static Quantity ConditionalEntropy { get; } = new() { Id = "conditional-entropy", Symbol = "H(Z|Y)", Name = "conditional entropy" };

    /// <summary>The mutual information I(Y;Z).</summary>
    public static Quantity MutualInformation { get; } = new() { Id = "mutual-information", Symbol = "I(Y;Z)", Name = "mutual information", Minimum = 0 };

    /// <summary>The Jensen-Shannon divergence of each label against the rest, averaged over labels with equal weight.</summary>
    public static Quantity Disentanglement { get; } = new() { Id = "disentanglement", Symbol = "JSD(y,rest)", Name = "disentanglement, one against the rest", Minimum = 0, Maximum = Math.Log(2) };

    /// <summary>The Jensen-Shannon divergence among all labels with equal weights.</summary>
    public static Quantity DisentanglementUniform { get; } = new() { Id = "disentanglement-uniform", Symbol = "JSD(y1..yK)", Name = "disentanglement, all labels with equal weight", Minimum = 0 };

    /// <summary>The most information that any label set could have under the estimator's own channel.</summary>
    public static Quantity ChannelCeiling { get; } = new() { Id = "channel-ceiling", Symbol = "I(row;Z)", Name = "channel ceiling", Minimum = 0 };

    /// <summary>The expected mutual information of labels that are independent of Z, from a formula.</summary>
    public static Quantity NullBias { get; } = new() { Id = "null-bias", Symbol = "E[I|null]", Name = "analytic null bias", Minimum = 0 };

    /// <summary>Gets every quantity of this class.</summary>
    public static IReadOnlyList<Quantity> All { get; } =
        [Entropy, ConditionalEntropy, MutualInformation, Disentanglement, DisentanglementUniform, ChannelCeiling, NullBias];

    /// <summary>Finds a quantity of this class by its identity.</summary>
    /// <returns>The quantity, or null when no shared quantity has that identity.</returns>
    public static Quantity? Find(string id) => All.FirstOrDefault(quantity => quantity.Id == id);
}
