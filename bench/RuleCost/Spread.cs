namespace Infoscope.RuleCost;

/// <summary>The median and the middle half of some numbers.</summary>
internal sealed class Spread(IEnumerable<double> numbers)
{
    private readonly double[] sorted = [.. numbers.Order()];

    public double Median => At(0.5);

    public double LowerQuartile => At(0.25);

    public double UpperQuartile => At(0.75);

    private double At(double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
