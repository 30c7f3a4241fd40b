namespace Infoscope.Plugins.Labels;

/// <summary>Labels each position of a sequence with the n-gram of token ids that follows it.</summary>
/// <remarks>
/// <c>next:N:TOKENS[:pad=ID]</c>, TOKENS being whole numbers of shape (sequences, length), or (length) for one sequence. The last N positions of a sequence have no label,
/// nor has one whose n-gram holds the pad. Labels are numbered in order of first appearance. Cost: O(N x positions) time, O(positions) memory. No randomness.
/// </remarks>
[LabelSource("next", Summary = "The n-gram of token ids that follows the position.")]
[LabelArgument(0, TokenSequences.OrderArgument, LabelArgumentKind.Count, Summary = "The number of tokens in an n-gram, at least 1.")]
[LabelArgument(1, TokenSequences.TokensArgument, LabelArgumentKind.Array, Summary = "Token ids, shape (sequences, length) or (length).")]
[LabelArgument(2, TokenSequences.PadArgument, LabelArgumentKind.Number, Optional = true, Summary = "The token id that fills up short sequences; an n-gram that holds it is no label.")]
public sealed class NextSource : ILabelSource
{
    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request) => Ngrams.Label(TokenSequences.Of(request, following: true));
}
