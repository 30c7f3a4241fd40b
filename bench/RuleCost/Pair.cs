namespace Infoscope.RuleCost;

/// <summary>Two runs side by side in time, one without the rules and one with them.</summary>
internal sealed record Pair(Cost Without, Cost With)
{
    /// <summary>Runs both, in the order that is asked for.</summary>
    public static Pair Of(Func<Cost> without, Func<Cost> with, bool withFirst)
    {
        var first = withFirst ? with() : without();
        var second = withFirst ? without() : with();
        return withFirst ? new(second, first) : new(first, second);
    }
}
