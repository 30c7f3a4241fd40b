using FsCheck.Xunit;

namespace Infoscope.Plugins.Spectrum.Tests.Features;

/// <summary>Blocks, partial states and damaged ones.</summary>
public sealed class StateTests
{
    // Where numbers stand behind the header: after that of rows that are not finite, and before three sums.
    private const int Rows = 1, SilentRows = 2, Activities = 3;

    [Property]
    public void BlocksOfAnySizeGiveTheSameBits(ushort seed, byte block)
    {
        var run = FeaturesRun.OfCodes(60, 5, seed);
        Assert.Equal(run.Estimate().Numbers, (run with { BlockRows = 1 + (block % 60) }).Estimate().Numbers);
    }

    [Property]
    public void PartialStatesSavedAndRestoredMergeInAnyOrderToOnePass(ushort seed, byte cut, bool turned)
    {
        var run = FeaturesRun.OfCodes(60, 5, seed);
        run.Rows[3] = [double.NaN, 0, 0, 0, 0];
        var at = cut % 60;
        byte[][] parts = [run.Saved(0, at), run.Saved(at, 60)];
        if (turned) Array.Reverse(parts);
        var merged = run.Restored(parts[0]);
        merged.Merge(run.Restored(parts[1]));
        var (expected, actual) = (run.Estimate(), new FeaturesTable(merged.Complete()));
        for (var i = 0; i < 4; i++) Assert.Equal(expected.Numbers[i], actual.Numbers[i], 1e-12);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal((59, 1), (actual["mean-active"].RowsUsed, actual["mean-active"].RowsDropped));
    }

    [Fact]
    public void MergingLeavesTheOtherAsItIs()
    {
        var run = FeaturesRun.OfCodes(30, 4);
        var (one, other) = (run.Observed(0, 10), run.Observed(10, 30));
        var before = new FeaturesTable(other.Complete()).Numbers;
        one.Merge(other);
        Assert.Equal(before, new FeaturesTable(other.Complete()).Numbers);
    }

    [Theory]
    [InlineData("codes")]
    [InlineData("features")]
    public void AStateBegunOtherwiseIsRefused(string difference)
    {
        var run = FeaturesRun.OfCodes(10, 4);
        var other = difference switch
        {
            "codes" => run with { Codes = "absolute" },
            _ => FeaturesRun.OfCodes(10, 5),
        };
        Assert.StartsWith("the two estimations differ: 4 features, non-negative codes; ", Assert.Throws<ArgumentException>(() => run.Observed(0, 10).Merge(other.Observed(0, 10))).Message);
        Assert.Contains("it begins otherwise", Assert.Throws<InvalidDataException>(() => run.Restored(other.Saved(0, 10))).Message);
    }

    [Fact]
    public void AStateOfAnotherSeedMergesSinceNothingIsDrawn()
    {
        var run = FeaturesRun.OfCodes(10, 4);
        var sum = run.Observed(0, 4);
        sum.Merge(run.Restored((run with { Seed = 2 }).Saved(4, 10)));
        Assert.Equal(run.Estimate()["mean-active"].Value, new FeaturesTable(sum.Complete())["mean-active"].Value);
    }

    [Fact]
    public void ADisposedEstimationIsRefused()
    {
        var run = FeaturesRun.OfCodes(10, 4);
        var (disposed, other) = (run.Observed(0, 10), run.Observed(0, 10));
        disposed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => disposed.Complete());
        Assert.Throws<ObjectDisposedException>(() => disposed.Observe(new ActivationBlock { Rows = 0, Features = 4, RowIndices = [] }));
        Assert.Throws<ObjectDisposedException>(() => disposed.Save(new MemoryStream()));
        Assert.Throws<ObjectDisposedException>(() => disposed.Merge(other));
        Assert.Throws<ObjectDisposedException>(() => other.Merge(disposed));
    }

    [Fact]
    public void AForeignEstimationIsRefused() => Assert.Throws<ArgumentException>(() => FeaturesRun.OfCodes(3, 2).Observed(0, 3).Merge(new Foreign()));

    [Fact]
    public void AStateThatIsCutOffAnywhereIsRefused()
    {
        var run = FeaturesRun.OfCodes(10, 3);
        var saved = run.Saved(0, 10);
        for (var length = 0; length < saved.Length; length++) Assert.Throws<InvalidDataException>(() => run.Restored(saved[..length]));
    }

    [Property(MaxTest = 500)]
    public bool AStateWithAByteChangedIsRefusedOrStillAState(ushort place, byte value)
    {
        var run = FeaturesRun.OfCodes(10, 3);
        var saved = run.Saved(0, 10);
        saved[place % saved.Length] = value;
        try
        {
            return new FeaturesTable(run.Restored(saved).Complete()).Numbers.All(number => double.IsFinite(number) && number >= 0);
        }
        catch (Exception exception) when (exception is InvalidDataException or NumericalFailureException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData(Rows, 9)]
    [InlineData(SilentRows, 11)]
    [InlineData(Activities, 31)]
    [InlineData(Activities, 9)]
    [InlineData(Activities, -1)]
    public void CountsThatCannotBeAreRefused(int place, long count)
    {
        // In each of 10 rows all of 3 features are active.
        var run = new FeaturesRun { Rows = [.. Enumerable.Repeat(new double[] { 1, 1, 1 }, 10)] };
        var saved = run.Saved(0, 10);
        var numbers = saved.Length - (7 * sizeof(long));
        BitConverter.TryWriteBytes(saved.AsSpan(numbers + (place * sizeof(long))), count);
        Assert.Throws<InvalidDataException>(() => run.Restored(saved));
    }

    private sealed class Foreign : IEstimation
    {
        public void Observe(in ActivationBlock block)
        {
        }

        public EstimateSet Complete() => new() { Estimates = [] };
    }
}
