using Infoscope.Formats;
using Infoscope.Host.Inputs;

namespace Infoscope.Host.Inspection;

/// <summary>What compare would do with an array, and the words for it.</summary>
internal sealed record Use(UseKind Kind, string Words)
{
    /// <summary>Decides by element type and shape, for the rest as compare itself chooses among arrays.</summary>
    public static Use Of(StoredArray array)
    {
        var shape = array.Shape;
        var reason = new ArrayChoice([], knowsAxes: false).ReasonAgainst(array);
        var isWhole = array.ElementType.IsInteger();
        if (shape.Contains(0)) return new Use(UseKind.LeftOut, $"left out: it has the shape {ArrayShape.Text(shape)} and so holds nothing");
        if (isWhole || array.ElementType.IsText())
        {
            if (shape.Count == 1) return new Use(UseKind.Labels, $"labels of {shape[0]} rows");
            if (shape.Count == 2) return new Use(UseKind.Labels, $"labels{(isWhole ? " or tokens" : "")} of {shape[0]} sequences x {shape[1]} positions{(isWhole ? ", and as activations only when its file or its key is named" : "")}");
            return new Use(UseKind.LeftOut, $"left out: it {reason}");
        }

        if (shape.Count > 0 && shape[^1] > int.MaxValue) return new Use(UseKind.LeftOut, $"left out: it has rows of {shape[^1]} features; at most {int.MaxValue} are allowed");
        return shape switch
        {
            [var rows, var features] => new Use(UseKind.Activations, $"activations of {rows} rows x {features} features"),
            [var sequences, var length, var features] => new Use(
                UseKind.Sequences, $"activations of {sequences} sequences x {length} positions x {features} features, with --sequences axes, or labels of shape ({sequences}, {length}) or ({sequences},)"),
            [var sequences, var heads, var queries, var keys] when queries == keys => new Use(UseKind.Attention, $"attention of {sequences} sequences x {heads} heads over {queries} positions"),
            _ => new Use(UseKind.LeftOut, $"left out: it {reason}"),
        };
    }

    /// <summary>Says what a column of a table is for.</summary>
    public static Use OfColumn(long rows) => rows > 0 ? new Use(UseKind.Labels, $"labels of {rows} rows") : new Use(UseKind.LeftOut, "left out: it holds no rows");
}
