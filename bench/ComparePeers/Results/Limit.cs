using System.Globalization;

namespace Infoscope.ComparePeers.Results;

/// <summary>What a figure must reach, or must not exceed.</summary>
internal sealed record Limit(double Bound, bool IsLeast)
{
    /// <summary>Makes a limit that a figure must reach.</summary>
    public static Limit AtLeast(double bound) => new(bound, IsLeast: true);

    /// <summary>Makes a limit that a figure must not exceed.</summary>
    public static Limit AtMost(double bound) => new(bound, IsLeast: false);

    /// <summary>Tells whether a figure keeps it.</summary>
    public bool IsMetBy(double figure) => IsLeast ? figure >= Bound : figure <= Bound;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? ">=" : "<=")} {Bound}");
}
