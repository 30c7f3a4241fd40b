using Infoscope.Plugins.Lasso.Reports;

namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>What is kept of a sequence: its numbers, and its tokens where they are reported one by one.</summary>
internal sealed record SequenceNumbers
{
    /// <summary>Gets the number of the sequence.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the number of tokens.</summary>
    public required int Tokens { get; init; }

    /// <summary>Gets the number of tokens that were left out.</summary>
    public required int Dropped { get; init; }

    /// <summary>Gets one number for each measure; null where the sequence has none.</summary>
    public required IReadOnlyList<Measured?> Values { get; init; }

    /// <summary>Gets the tokens to report one by one; empty without items.</summary>
    public required IReadOnlyList<TokenNumber> Items { get; init; }

    /// <summary>Gets what a reader should know of it.</summary>
    public required SequenceRemarks Remarks { get; init; }

    /// <summary>Reads the numbers off an analysis.</summary>
    public static SequenceNumbers Of(SequenceAnalysis analysis, IReadOnlyList<Measure> measures, bool items, LassoOptions options) => new()
    {
        Sequence = analysis.Tokens.Sequence,
        Tokens = analysis.Tokens.Count,
        Dropped = analysis.Tokens.Dropped,
        Values = [.. measures.Select(measure => measure.Of(analysis))],
        Items = items ? [.. TokenNumber.Of(analysis, options.TokenItems)] : [],
        Remarks = analysis.Remarks,
    };
}
