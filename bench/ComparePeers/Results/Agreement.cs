using Infoscope.ComparePeers.Running;

namespace Infoscope.ComparePeers.Results;

/// <summary>By how much two sides differ in what they computed, and how much is allowed.</summary>
internal sealed record Agreement(double Difference, double Tolerance)
{
    /// <summary>Gets whether the difference is allowed; one that is no number is not.</summary>
    public bool Holds => Difference <= Tolerance;

    /// <summary>Takes the largest difference over all numbers that both sides have.</summary>
    /// <param name="ours">Our run.</param>
    /// <param name="other">The other's.</param>
    /// <param name="tolerance">The largest absolute difference that is allowed.</param>
    /// <param name="names">The values that are compared, which both must have.</param>
    public static Agreement Of(Measurement ours, Measurement other, double tolerance, params IEnumerable<string> names)
    {
        double largest = 0;
        foreach (var name in names)
        {
            var (mine, theirs) = (ours.Values[name], other.Values[name]);
            if (mine.Length != theirs.Length) return new(double.NaN, tolerance);
            // A NaN on one side stays.
            for (var i = 0; i < mine.Length; i++) largest = Math.Max(largest, Math.Abs(mine[i] - theirs[i]));
        }

        return new(largest, tolerance);
    }

    /// <summary>Joins two agreements into the one that is nearer to its tolerance or beyond it.</summary>
    public Agreement And(Agreement other) => !Holds || (other.Holds && Difference / Tolerance >= other.Difference / other.Tolerance) ? this : other;
}
