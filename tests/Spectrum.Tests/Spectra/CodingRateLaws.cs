using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

public sealed class CodingRateLaws
{
    private static readonly double[] Distortions = [0.01, 0.1, 0.5, 1, 10];

    [Property]
    public Property UnitRowsLieBetweenOneDirectionAndAsManyAsThereCanBe() => ForAllUnitRows((set, eps) =>
    {
        var (spectrum, d) = (set.Spectrum(), (double)set.Features);
        var (r, rate) = (spectrum.LargestRank, spectrum.LogDeterminantNats(eps));
        Assert.True(rate > 0);
        Near.AtMost(rate, Math.Log(1 + (d / (eps * eps))));
        Near.AtMost(r * Math.Log(1 + (d / (r * eps * eps))), rate);
        Near.AtMost(d * Math.Log(1 + (1 / (eps * eps))), rate);
    });

    [Property]
    public Property RotationsOfTheRowsChangeNothing() => ForAllUnitRows((set, eps) => Near.Equal(Rate(set, eps), Rate(set.Rotated(), eps)));

    [Property]
    public Property TheOrderOfTheRowsChangesNothing() => ForAllUnitRows((set, eps) =>
    {
        var permutation = new KeyedPermutation(set.Seed, "order", set.Count);
        Near.Equal(Rate(set, eps), Rate(set.With(set.Rows.Select((_, place) => set.Rows[permutation[place]])), eps));
    });

    [Property]
    public Property SignsOfRowsChangeNoBit() => ForAllUnitRows((set, eps) =>
    {
        var random = set.Random("signs");
        var flipped = set.With(set.Rows.Select(row => RowSet.Scaled(row, random.NextBelow(2) == 0 ? 1 : -1)));
        Assert.Equal(Rate(set, eps), Rate(flipped, eps));
    });

    [Property]
    public Property CopiesOfAllRowsChangeNothing() => ForAllUnitRows((set, eps) =>
        Near.Equal(Rate(set, eps), Rate(set.With(Enumerable.Repeat(set.Rows, 3).SelectMany(rows => rows)), eps)));

    [Property]
    public Property ALargerDistortionNeedsALowerRate() => ForAllUnitRows((set, eps) => Assert.True(Rate(set, 1.5 * eps) < Rate(set, eps)));

    [Property]
    public Property TheRateIsConcaveInTheCovariance() => Prop.ForAll(RowSets.Any, RowSets.Any, (one, other) =>
    {
        var width = Math.Min(one.Features, other.Features);
        var (left, right) = (Narrow(one, width).FeatureProducts(), Narrow(other, width).FeatureProducts());
        var share = one.Random("share").NextDouble();
        var mixed = new ProductSum(width);
        for (var i = 0; i < mixed.Lower.Length; i++) mixed.Lower[i] = (share * left.Lower[i] / one.Count) + ((1 - share) * right.Lower[i] / other.Count);
        Near.AtMost(RateOf(mixed, 1), (share * RateOf(left, one.Count)) + ((1 - share) * RateOf(right, other.Count)));
    });

    [Property]
    public Property BlocksOfFeaturesNeedAtLeastAsMuchApartAsTogether() => ForAllUnitRows((set, eps) =>
    {
        if (set.Features == 1) return;
        var cut = 1 + (int)set.Random("cut").NextBelow(set.Features - 1);
        // d/eps^2 of the whole for each block: Fischer's inequality.
        double RateOf(RowSet block) => Rate(block, eps * Math.Sqrt((double)block.Features / set.Features));
        Near.AtMost(RateOf(set.With(set.Rows.Select(row => row[..cut]))) + RateOf(set.With(set.Rows.Select(row => row[cut..]))), Rate(set, eps));
    });

    [Property]
    public Property RowsAndFeaturesHaveTheSameDeterminant() => ForAllUnitRows((set, eps) =>
    {
        using var session = TestCompute.Open();
        var gram = new ProductSum(set.Count);
        gram.AddRows(set.Rows.SelectMany(row => row).ToArray(), set.Features, session);
        var eigenvalues = gram.Eigenvalues(session);
        Eigenvalues.ClearRounding(eigenvalues, Math.Max(set.Count, set.Features));
        var byRows = eigenvalues.Sum(value => Math.Log(1 + (set.Features / (set.Count * eps * eps) * value)));
        Near.Equal(byRows, set.SpectrumOfFeatures().LogDeterminantNats(eps));
        Near.Equal(byRows, Rate(set, eps));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void RowsAtRightAnglesHaveTheLargestRateThereIs(int size)
    {
        var spectrum = Identity(size, size).Spectrum();
        Near.Equal(size * Math.Log(101), spectrum.LogDeterminantNats(0.1));
        Near.Equal(size, spectrum.EquivalentRank(0.1));
    }

    [Property]
    public Property EqualRowsHaveTheRateOfOne() => ForAllUnitRows((set, eps) =>
    {
        var equal = set.With(set.Rows.Select(_ => set.Rows[0])).Spectrum();
        Near.Equal(Math.Log(1 + (set.Features / (eps * eps))), equal.LogDeterminantNats(eps));
        Assert.Equal(1, equal.EquivalentRank(eps));
        Assert.Equal(1, equal.Rank);
    });

    [Property]
    public Property TheEquivalentRankSolvesItsEquationBetweenOneAndTheRank() => ForAllUnitRows((set, eps) =>
    {
        var spectrum = set.Spectrum();
        var rank = spectrum.EquivalentRank(eps);
        Assert.InRange(rank, 1, spectrum.Rank);
        Near.Equal(spectrum.LogDeterminantNats(eps), spectrum.EqualLogDeterminantNats(eps, rank));
    });

    [Property]
    public Property WhereRowsAreTinyBesideTheDistortionTheEquivalentRankIsTheParticipationRatio() => ForAllUnitRows((set, _) =>
    {
        var spectrum = set.Spectrum();
        // Of first order in d/eps^2.
        Near.Equal(spectrum.ParticipationRatio, spectrum.EquivalentRank(1e6), 1e-9);
    });

    [Theory]
    [InlineData(5, 183, 3856.581, 3856.461, 1e-3)]
    [InlineData(8, 1024, 39039.6, 38948.8, 0.1)]
    public void ACopyOfOneRowMayLowerTheRateAndEvenTheLength(int rows, int features, double length, double lengthWithCopy, double lastPlace)
    {
        var set = Identity(rows, features);
        var copied = set.With([.. set.Rows, set.Rows[0]]);
        Assert.True(Rate(copied, 0.1) < Rate(set, 0.1));
        Assert.Equal(length, Length(set), 0.5 * lastPlace);
        Assert.Equal(lengthWithCopy, Length(copied), 0.5 * lastPlace);
    }

    private static double Length(RowSet set) => 0.5 * (set.Count + set.Features) * Rate(set, 0.1);

    private static RowSet Identity(int rows, int features) =>
        new([.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, features).Select(feature => feature == row ? 1.0 : 0).ToArray())], 1);

    private static RowSet Narrow(RowSet set, int width) => set.With(set.Rows.Select(row => row[..width]));

    private static double Rate(RowSet set, double eps) => set.Spectrum().LogDeterminantNats(eps);

    private static double RateOf(ProductSum sum, int rows)
    {
        using var session = TestCompute.Open();
        return RowSpectrum.Of(sum, rows, session).LogDeterminantNats(0.5);
    }

    private static Property ForAllUnitRows(Action<RowSet, double> check) =>
        Prop.ForAll(RowSets.Any, Arb.From(Gen.Elements(Distortions)), (set, eps) => check(set.Unit(), eps));
}
