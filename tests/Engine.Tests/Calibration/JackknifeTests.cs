using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Tests.Calibration;

public sealed class JackknifeTests
{
    private static readonly double[][] Folds = [[1, 4, 2], [8, 5], [7, 1, 3, 9, 6], [2, 2]];

    private static readonly double[] Shares = [.. Folds.Select(fold => fold.Length / (double)Folds.Sum(one => one.Length))];

    [Fact]
    public void WithEqualFoldsItIsTheSpreadOfTheValuesWithoutEach()
    {
        // sqrt(2/3 (1 + 0 + 1)) around their own mean, whatever the value is.
        foreach (var value in new[] { 5.0, 7.0 }) Assert.Equal(Math.Sqrt(4.0 / 3), Jackknife.StandardError(value, [4, 5, 6], [])!.Value, 1e-14);
    }

    [Fact]
    public void ABiasOfOneOverTheRowsIsNoError()
    {
        const double bias = 100;
        var all = Folds.SelectMany(fold => fold).ToArray();
        double[][] without = [.. Folds.Select(left => Folds.Where(fold => fold != left).SelectMany(fold => fold).ToArray())];
        var mean = Jackknife.StandardError(all.Average(), [.. without.Select(rows => rows.Average())], Shares)!.Value;
        var biased = Jackknife.StandardError(all.Average() + (bias / all.Length), [.. without.Select(rows => rows.Average() + (bias / rows.Length))], Shares)!.Value;
        Assert.Equal(mean, biased, 1e-13);
        Assert.InRange(Jackknife.StandardError(all.Average() + (bias / all.Length), [.. without.Select(rows => rows.Average() + (bias / rows.Length))], [])!.Value, 2 * mean, double.PositiveInfinity);
    }

    [Fact]
    public void TheErrorOfAMeanIsThatOfTheSumsOfItsFolds()
    {
        // Without a fold of share s the mean moves by s/(1-s) times the distance of the fold's own mean, so u is that distance.
        var all = Folds.SelectMany(fold => fold).ToArray();
        var (mean, without) = (all.Average(), Folds.Select(left => Folds.Where(fold => fold != left).SelectMany(fold => fold).Average()).ToArray());
        var expected = Math.Sqrt(Folds.Zip(Shares, (fold, share) => share / (1 - share) * Math.Pow(fold.Average() - mean, 2)).Sum() / Folds.Length);
        Assert.Equal(expected, Jackknife.StandardError(mean, without, Shares)!.Value, 1e-14);
    }

    [Fact]
    public void AFoldWithoutRowsCountsAsNone()
    {
        Assert.Equal(Jackknife.StandardError(5, [4, 6], []), Jackknife.StandardError(5, [4, 5, 6], [0.5, 0, 0.5]));
        Assert.Null(Jackknife.StandardError(5, [5, 6], [0, 0.5]));
    }

    [Fact]
    public void WithoutTwoFiniteValuesThereIsNone()
    {
        Assert.Null(Jackknife.StandardError(1, [1], []));
        Assert.Null(Jackknife.StandardError(1, [1, double.NaN], []));
        Assert.Null(Jackknife.StandardError(double.NaN, [1, 2], []));
    }
}
