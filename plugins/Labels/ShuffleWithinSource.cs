namespace Infoscope.Plugins.Labels;

/// <summary>Permutes the labels of a label set among the rows that share a label of another.</summary>
/// <remarks>
/// <c>shuffle-within:A:B[:draw=N]</c>. In each label of B every label of A stays as often as it was; a row that A or B leaves without a label has none. With bigrams within tokens it shuffles
/// the token before, and leaves the token. Labels of shape (sequences) may stand beside ones of (sequences, length). Cost: O(rows) time and memory.
/// </remarks>
[LabelSource("shuffle-within", Summary = "The labels of a label set, permuted among the rows that share a label of another.")]
[LabelArgument(0, Shuffling.LabelsArgument, LabelArgumentKind.LabelSet, Summary = "The name of the label set that is permuted.")]
[LabelArgument(1, Within, LabelArgumentKind.LabelSet, Summary = "The name of the label set whose labels keep their rows.")]
[LabelArgument(2, Shuffling.DrawArgument, LabelArgumentKind.Count, Optional = true, Summary = "Which permutation, 0 by default.")]
public sealed class ShuffleWithinSource : ILabelSource
{
    private const string Within = "within";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        LabelSet[] sets = [request.LabelSet(Shuffling.LabelsArgument), request.LabelSet(Within)];
        var aligned = AlignedSets.Of(request.Source, sets);
        var ids = new int[aligned.Rows];
        for (var row = 0; row < ids.Length; row++) ids[row] = aligned[0, row];
        Shuffling.Permute(request, ids, row => aligned[1, row], sets[1].Count);
        return Derived.From(sets, aligned.Shape, ids, sets[0].Names);
    }
}
