namespace Infoscope.Conformance.Generators;

/// <summary>A number of rows and of features.</summary>
internal readonly record struct SampleSize(int Rows, int Features)
{
    /// <summary>The largest numbers of rows and features ever drawn.</summary>
    public const int MostRows = 64, MostFeatures = 12;

    /// <summary>The largest numbers of rows and features but for one draw in twenty each.</summary>
    public const int UsualRows = 24, UsualFeatures = 8;

    /// <summary>Draws a size, small ones more often.</summary>
    public static SampleSize Draw(RandomStream random) => new(
        (int)random.NextBelow(20) switch
        {
            0 => 1,
            < 10 => Between(random, 2, 8),
            < 19 => Between(random, 9, UsualRows),
            _ => Between(random, UsualRows + 1, MostRows),
        },
        (int)random.NextBelow(20) switch
        {
            < 2 => 1,
            < 14 => Between(random, 2, 4),
            < 19 => Between(random, 5, UsualFeatures),
            _ => Between(random, UsualFeatures + 1, MostFeatures),
        });

    /// <summary>Gives the size nearest to this one that a kind of rows allows.</summary>
    public SampleSize For(ActivationKind kind) => kind switch
    {
        ActivationKind.OneRow => this with { Rows = 1 },
        ActivationKind.OneFeature => this with { Features = 1 },
        ActivationKind.MoreFeaturesThanRows when Features == 1 => new(1, 2),
        ActivationKind.MoreFeaturesThanRows => this with { Rows = Math.Min(Rows, Features - 1) },
        ActivationKind.LowRank or ActivationKind.NearlyCollinear => new(Math.Max(Rows, 2), Math.Max(Features, 2)),
        ActivationKind.Duplicated => this with { Rows = Math.Max(Rows, 2) },
        _ => this,
    };

    private static int Between(RandomStream random, int least, int most) => least + (int)random.NextBelow(most - least + 1);
}
