using System.Buffers.Binary;
using System.Text;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Tests.Estimator;

namespace Infoscope.Plugins.Lasso.Tests.States;

public sealed class DamagedStateTests
{
    // What is refused at once takes no room; a state of these sequences takes some kilobytes.
    private const long MostBytes = 1 << 20;

    // The numbers of sequences and tokens left out stand before the count of sequences.
    private const int LeftOutBytes = 3 * sizeof(long);

    private static readonly LassoRun Run = MergingTests.Example();

    private static readonly byte[] Saved = MergingTests.Saved(Run, 0, 1, 2, 3);

    private static readonly int HeaderBytes = Encoding.UTF8.GetString(Saved).IndexOf("token-items selected", StringComparison.Ordinal) + "token-items selected".Length;

    [Fact]
    public void AStateThatIsCutOffAnywhereIsRefused()
    {
        for (var length = 0; length < Saved.Length; length++)
        {
            var exception = Assert.Throws<InvalidDataException>(() => MergingTests.Restored(Run, Saved[..length]));
            Assert.Equal($"the stream holds no state of this lasso estimation: {(length < HeaderBytes ? "it begins otherwise" : "it ends too early")}; restore a state that was saved with the same options and seed.", exception.Message);
        }
    }

    [Property(MaxTest = 300)]
    public void ARandomStreamIsRefused(byte[] garbage) => Assert.Throws<InvalidDataException>(() => MergingTests.Restored(Run, garbage));

    [Property(MaxTest = 300)]
    public void ARandomStreamBehindTheRightHeaderIsRefusedOrAState(byte[] garbage) => AssertRefusedOrState([.. Saved[..HeaderBytes], .. garbage]);

    [Property(MaxTest = 1000)]
    public void AStateWithAByteChangedIsRefusedOrStillAState(ushort place, byte value)
    {
        byte[] changed = [.. Saved];
        changed[place % changed.Length] = value;
        AssertRefusedOrState(changed);
    }

    [Theory]
    [InlineData(int.MaxValue, "it ends too early")]
    [InlineData(-1, "a count is -1")]
    [InlineData(4, "it ends too early")]
    public void AWrongCountOfSequencesIsRefusedWithoutTakingRoom(int count, string reason)
    {
        byte[] changed = [.. Saved];
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(HeaderBytes + LeftOutBytes), count);
        AssertRefused(changed, reason);
    }

    [Fact]
    public void AWrongCountOfTokensIsRefusedWithoutTakingRoom()
    {
        // The count of the last sequence's tokens stands before these: 16 bytes each.
        using var estimation = Run.Observed(0);
        var tokens = estimation.Complete().Estimates.Count(estimate => estimate.Item.Length > 0);
        var changed = MergingTests.Saved(Run, 0);
        var place = changed.Length - 16 * tokens - sizeof(int);
        Assert.Equal(tokens, BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(place)));
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(place), int.MaxValue);
        AssertRefused(changed, "it ends too early");
    }

    [Fact]
    public void ASequenceTwiceOrOutOfOrderIsRefused()
    {
        byte[] changed = [.. Saved];
        var first = HeaderBytes + LeftOutBytes + sizeof(int);
        Assert.Equal(0, BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(first)));
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(first), 1);
        AssertRefused(changed, "sequence 1 follows 1");
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(first), 9);
        AssertRefused(changed, "sequence 1 follows 9");
    }

    [Theory]
    [InlineData(1 << 9)]
    [InlineData(-1)]
    public void RemarksThatThereAreNotAreRefused(int remarks)
    {
        byte[] changed = [.. Saved];
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(HeaderBytes + LeftOutBytes + 4 * sizeof(int)), remarks);
        AssertRefused(changed, $"a sequence has remarks {remarks}");
    }

    [Fact]
    public void ANumberThatIsInfiniteIsRefused()
    {
        byte[] changed = [.. Saved];
        BinaryPrimitives.WriteDoubleLittleEndian(changed.AsSpan(HeaderBytes + LeftOutBytes + 5 * sizeof(int)), double.PositiveInfinity);
        AssertRefused(changed, "a number is Infinity");
    }

    private static void AssertRefused(byte[] state, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<InvalidDataException>(() => MergingTests.Restored(Run, state));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.StartsWith($"the stream holds no state of this lasso estimation: {reason}; ", exception.Message);
    }

    private static void AssertRefusedOrState(byte[] state)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var restored = MergingTests.Restored(Run, state);
            Assert.All(restored.Complete().Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number)));
        }
        catch (Exception exception) when (exception is InvalidDataException or NumericalFailureException)
        {
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }
}
