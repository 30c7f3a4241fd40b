using Infoscope.Plugins.Lasso.Sequences;

namespace Infoscope.Plugins.Lasso.Reports;

/// <summary>A number that every sequence has: how it is read off, and under which name it is reported.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Against">The set of tokens it is about where that is not the selection; empty for the selection, or for none.</param>
/// <param name="Of">Reads it off; null where a sequence has none.</param>
internal sealed record Measure(Quantity Quantity, string Against, Func<SequenceAnalysis, Measured?> Of)
{
    /// <summary>Gets whether the largest of all sequences is reported; otherwise their mean.</summary>
    public bool IsLargest { get; init; }
}
