using Infoscope.Engine.Results;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Finds result rows.</summary>
internal static class Rows
{
    public static ResultRow Entropy(this IEnumerable<ResultRow> rows) => rows.Single(row => row is { Quantity: "entropy", LabelSet: "", Item: "" });

    public static ResultRow Information(this IEnumerable<ResultRow> rows, string labelSet) => rows.Single(row => row.Quantity == "mutual-information" && row.LabelSet == labelSet && row.Item.Length == 0);
}
