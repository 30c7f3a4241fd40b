namespace Infoscope.Plugins.Labels;

/// <summary>Permutes the labels of a label set among its labelled rows.</summary>
/// <remarks>
/// <c>shuffle:A[:draw=N]</c>. Each label stays as often as it was, and a row without a label keeps none. The permutation is a function of the seed, the draw and the number of labelled rows,
/// so that two label sets on the same rows are shuffled alike. Cost: O(rows) time and memory.
/// </remarks>
[LabelSource("shuffle", Summary = "The labels of another label set, permuted among its labelled rows.")]
[LabelArgument(0, Shuffling.LabelsArgument, LabelArgumentKind.LabelSet, Summary = "The name of the label set.")]
[LabelArgument(1, Shuffling.DrawArgument, LabelArgumentKind.Count, Optional = true, Summary = "Which permutation, 0 by default.")]
public sealed class ShuffleSource : ILabelSource
{
    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var labels = request.LabelSet(Shuffling.LabelsArgument);
        var ids = labels.Ids.ToArray();
        Shuffling.Permute(request, ids, _ => 0, 1);
        return Derived.From([labels], labels.Shape, ids, labels.Names);
    }
}
