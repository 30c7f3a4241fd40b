using FsCheck.Xunit;
using Infoscope.Plugins.Distributions.Tests.Runs;

namespace Infoscope.Plugins.Distributions.Tests.States;

public sealed class DamagedStateTests
{
    // What is refused at once takes no room; a state of these rows takes some hundred bytes.
    private const long MostBytes = 1 << 20;

    private static readonly RowEntropyRun[] Runs = [Drawn.Rows(30, 4, 1, 3), MergingTests.OfSequences()];

    private static readonly byte[][] States = [Runs[0].Saved(0, 30), Runs[1].Saved(0, 6)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AStateThatIsCutOffAnywhereIsRefused(int which)
    {
        for (var length = 0; length < States[which].Length; length++)
        {
            var message = Assert.Throws<InvalidDataException>(() => Restored(which, States[which][..length])).Message;
            Assert.True(
                message is "the stream holds no state of this row-entropy estimation: it begins otherwise; restore a state that was saved with the same options and label sets."
                    or "the stream holds no state of this row-entropy estimation: it ends too early; restore a state that was saved with the same options and label sets.",
                message);
        }
    }

    [Property(MaxTest = 300)]
    public void ARandomStreamIsRefused(byte[] garbage) => Assert.Throws<InvalidDataException>(() => Restored(0, garbage));

    [Property(MaxTest = 2000)]
    public void AStateWithAByteChangedIsRefusedOrStillAState(bool attention, ushort place, byte value)
    {
        var which = attention ? 1 : 0;
        byte[] changed = [.. States[which]];
        changed[place % changed.Length] = value;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var restored = Restored(which, changed);
            Assert.All(restored.Complete().Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number)));
        }
        catch (Exception exception) when (exception is InvalidDataException or NumericalFailureException)
        {
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Fact]
    public void MoreCausalSequencesThanSequencesAreRefused()
    {
        // Before the state of no row ends in rows, heads and columns, and the labels of a set, there are four numbers, of which these are the last.
        var run = Runs[1];
        var state = run.Saved(0, 0);
        BitConverter.TryWriteBytes(state.AsSpan(state.Length - (2 * sizeof(long)) - (3 * sizeof(int))), 1L);
        Assert.Contains(": 1 of 0 sequences are causal;", Assert.Throws<InvalidDataException>(() => Restored(1, state)).Message);
    }

    [Theory]
    [InlineData(2, 1, 2, 0, null)]
    [InlineData(3, 1, 2, 0, "a label has 2 of 1 rows")]
    [InlineData(2, 1, 2, 1, "a label has 1 of 0 rows that were left out")]
    public void MoreRowsWithLabelsThanRowsAreRefused(long first, long firstDropped, long second, long secondDropped, string? reason)
    {
        // The state ends in the label set: the number of labels, and of each its number, rows used and dropped, and two sums.
        const int OfLabel = sizeof(int) + (4 * sizeof(long));
        var run = RowEntropyRun.Of([0, 1], [1, 0], [0, 1], [1, 0], [double.NaN, 1]) with { Labels = [0, 1, 0, 1, 0], Items = true };
        var state = run.Saved(0, 5);
        void Write(int label, long rows, long dropped)
        {
            var place = state.Length - ((2 - label) * OfLabel) + sizeof(int);
            BitConverter.TryWriteBytes(state.AsSpan(place), rows);
            BitConverter.TryWriteBytes(state.AsSpan(place + sizeof(long)), dropped);
        }

        Write(0, first, firstDropped);
        Write(1, second, secondDropped);
        IMergeableEstimation Restore() => new RowEntropyEstimator().Restore(run.Context(), new MemoryStream(state));
        if (reason is null) Restore().Dispose();
        else Assert.Contains(": " + reason + ";", Assert.Throws<InvalidDataException>(Restore).Message);
    }

    private static IMergeableEstimation Restored(int which, byte[] state) => new RowEntropyEstimator().Restore((Runs[which] with { Items = true }).Context(), new MemoryStream(state));
}
