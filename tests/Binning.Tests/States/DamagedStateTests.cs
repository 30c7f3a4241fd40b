using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.States;

/// <summary>States that are cut off, changed, or of rows that cannot be.</summary>
public sealed class DamagedStateTests
{
    private const string Refused = "the stream holds no state of this binning estimation: ";

    // What is refused at once takes no room; a state of these rows takes some thousand bytes.
    private const long MostBytes = 1 << 20;

    private static readonly byte[] Values = [0, 1, 2, 0x7F, 0x80, 0xFF];

    public static TheoryData<string, string> Kinds => new()
    {
        { "joint", "plug-in" }, { "joint", "nsb" }, { "per-dimension", "plug-in" }, { "per-dimension", "nsb" }, { "argmax", "james-stein" }, { "exact", "plug-in" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AStateThatIsCutOffAnywhereIsRefused(string mode, string correction)
    {
        var run = Example(mode, correction);
        var saved = Saved(run);
        for (var length = 0; length < saved.Length; length++) AssertRefused(run, saved[..length]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AStateWithAnyByteChangedIsRefusedOrStillAState(string mode, string correction)
    {
        var run = Example(mode, correction);
        var saved = Saved(run);
        for (var place = 0; place < saved.Length; place++)
        {
            foreach (var value in Values)
            {
                byte[] changed = [.. saved];
                changed[place] = value;
                var before = GC.GetAllocatedBytesForCurrentThread();
                if (Restored(run, changed) is { } estimates) Assert.All(estimates.Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number), $"byte {place} is {value}"));
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
            }
        }
    }

    [Theory]
    [InlineData(3, 1, 1, 1, null)]
    [InlineData(4, 1, 1, 1, "4 of 3 values lie outside the grid")]
    [InlineData(0, 2, 1, 1, "a count is 2")]
    [InlineData(0, 1, 2, 1, "a bin has more rows with labels than rows")]
    [InlineData(0, 1, 1L << 54, 1, "a count is 18014398509481984")]
    [InlineData(0, 1, 1, 2, "2 of 1 rows that were left out have labels")]
    public void CountsPerDimensionThatNoRowsHaveAreRefused(long outside, int bin, long ofBin, long dropped, string? reason)
    {
        // 3 rows of one feature, 2 in the first of 2 bins and 1 in the second; the label 0 has rows of the second; one row more is not finite and has the label 0.
        var run = new BinningRun { Rows = [[-1], [-1], [1]], LabelSets = [new TestLabels("y", [-1, 1, 0])], Options = { ["mode"] = "per-dimension", ["grid"] = "fixed", ["bins"] = "2" } };
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(HeaderOf(run, numbers: 3 * sizeof(long), bytesOfSet: 2 * sizeof(int)));
        foreach (var number in new long[] { 1, outside, 3, 3 }) writer.Write(number);
        Write(writer, (0, 2), (1, 1));
        writer.Write(1);
        writer.Write(0);
        writer.Write(ofBin);
        Write(writer, (bin, ofBin));
        writer.Write(1);
        writer.Write(0);
        writer.Write(dropped);
        if (reason is null) Assert.NotNull(Restored(run, stream.ToArray()));
        else Assert.Equal(Refused + reason + "; restore a state that was saved with the same options and label sets, and over the same grid.", Refusal(run, stream.ToArray()));
    }

    [Theory]
    [InlineData("argmax", 2, 0, "no row has one of its symbols")]
    [InlineData("argmax", 1, 1, "1 of 0 values lie outside the grid")]
    [InlineData("joint", 4, 5, "5 of 4 values lie outside the grid")]
    [InlineData("joint", 5, 0, "it has 5 symbols, more than the grid has cells")]
    public void SymbolsThatNoRowsHaveAreRefused(string mode, int symbols, long outside, string reason)
    {
        // Each symbol has one row; the grid has 4 cells, and one feature is always the largest.
        var run = new BinningRun { Rows = [[0]], Options = { ["mode"] = mode, ["grid"] = "fixed", ["bins"] = "4" } };
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(HeaderOf(run, numbers: (2 * sizeof(long)) + sizeof(int), bytesOfSet: 0));
        writer.Write(0L);
        writer.Write(outside);
        writer.Write(symbols);
        for (var symbol = 0; symbol < symbols; symbol++)
        {
            writer.Write(0UL);
            writer.Write((ulong)symbol);
            writer.Write(1L);
        }

        Assert.StartsWith(Refused + reason + "; ", Refusal(run, stream.ToArray()));
    }

    private static void Write(BinaryWriter to, params (int Bin, long Rows)[] bins)
    {
        to.Write(bins.Length);
        foreach (var (bin, rows) in bins)
        {
            to.Write(bin);
            to.Write(rows);
        }
    }

    // The state of no row ends in its numbers, all 0, and for each label set in two numbers of labels.
    private static byte[] HeaderOf(BinningRun run, int numbers, int bytesOfSet)
    {
        using var none = run.Observed(0, 0);
        using var stream = new MemoryStream();
        none.Save(stream);
        return stream.ToArray()[..^(numbers + (run.LabelSets.Count * bytesOfSet))];
    }

    private static void AssertRefused(BinningRun run, byte[] state) => Assert.StartsWith(Refused, Refusal(run, state));

    private static string Refusal(BinningRun run, byte[] state) => Assert.Throws<InvalidDataException>(() => new BinningEstimator().Restore(run.Context(), new MemoryStream(state))).Message;

    private static EstimateSet? Restored(BinningRun run, byte[] state)
    {
        try
        {
            using var restored = new BinningEstimator().Restore(run.Context(), new MemoryStream(state));
            return restored.Complete();
        }
        catch (InvalidDataException refusal)
        {
            Assert.StartsWith(Refused, refusal.Message);
            return null;
        }
        catch (NumericalFailureException)
        {
            return null;
        }
    }

    private static byte[] Saved(BinningRun run)
    {
        using var estimation = run.Observed(0, run.Rows.Length);
        using var stream = new MemoryStream();
        estimation.Save(stream);
        return stream.ToArray();
    }

    // With a row that is not finite, and values outside the grid where there is one.
    private static BinningRun Example(string mode, string correction)
    {
        var random = new RandomStream(1, "damage");
        double[][] rows = [[double.NaN, 0, 0], .. Enumerable.Range(0, 14).Select(_ => new[] { random.NextNormal(), random.NextNormal(), random.NextNormal() })];
        return new BinningRun
        {
            Rows = rows,
            LabelSets = [new TestLabels("y", [.. rows.Select((_, row) => (row % 4) - 1)])],
            Items = true,
            Options = { ["mode"] = mode, ["correction"] = correction, ["grid"] = "fixed", ["bins"] = "3" },
        };
    }
}
