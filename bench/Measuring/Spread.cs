namespace Infoscope.Measuring;

/// <summary>The median and the middle half of some numbers.</summary>
public sealed class Spread
{
    private readonly double[] sorted;

    /// <summary>Takes the numbers, of which there is at least one.</summary>
    public Spread(IEnumerable<double> numbers)
    {
        sorted = [.. numbers.Order()];
        if (sorted.Length == 0) throw new ArgumentException("there is no number to take the median of.", nameof(numbers));
    }

    /// <summary>Gets the smallest number.</summary>
    public double Least => sorted[0];

    /// <summary>Gets the median.</summary>
    public double Median => At(0.5);

    /// <summary>Gets the number that a quarter of them lies below.</summary>
    public double LowerQuartile => At(0.25);

    /// <summary>Gets the number that a quarter of them lies above.</summary>
    public double UpperQuartile => At(0.75);

    private double At(double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
