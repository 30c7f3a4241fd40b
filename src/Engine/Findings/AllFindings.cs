using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>Every rule, in the order in which findings are told. docs/read-a-result.md lists them for readers.</summary>
public static class AllFindings
{
    private static readonly IFindingRule[] Rules = [new ExceedsLabelEntropy(), new NarrowCone(), new MostlyBias(), new EstimatorsDisagree(), new MovesWithScale()];

    /// <summary>Gets every kind of finding.</summary>
    public static IEnumerable<string> Kinds => Rules.Select(rule => rule.Kind);

    /// <summary>Gives what there is to know about the rows of a whole comparison.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<ResultRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Rules.SelectMany(rule => rule.Over(rows))];
    }
}
