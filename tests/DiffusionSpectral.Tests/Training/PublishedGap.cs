namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>How far an information is from the published one, which was computed with other random subsets; all in bits.</summary>
internal sealed record PublishedGap
{
    // The published numbers have six decimals.
    private const double Decimals = 1e-6;

    /// <summary>Gets what is compared.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the published information.</summary>
    public required double PublishedBits { get; init; }

    /// <summary>Gets the information.</summary>
    public required double Bits { get; init; }

    /// <summary>Gets the standard deviation of an information over draws of its five subsets.</summary>
    public required double SpreadBits { get; init; }

    /// <summary>Gets the difference in standard deviations of a difference.</summary>
    public double Deviations => Math.Max(0, Math.Abs(Bits - PublishedBits) - Decimals) / (Math.Sqrt(2) * SpreadBits);

    /// <summary>Fails unless 97 of 100 differences are within four of their standard deviations.</summary>
    public static void AssertFew(IReadOnlyCollection<PublishedGap> gaps)
    {
        Assert.NotEmpty(gaps);
        var far = gaps.Where(gap => gap.Deviations > 4).ToList();
        Assert.True(far.Count <= 0.03 * gaps.Count, $"{far.Count} of {gaps.Count} differ by more than four standard deviations: {string.Join("; ", far)}");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Bits:0.000000}, published {PublishedBits:0.000000}, {Deviations:0.0} standard deviations of {Math.Sqrt(2) * SpreadBits:0.000000}";
}
