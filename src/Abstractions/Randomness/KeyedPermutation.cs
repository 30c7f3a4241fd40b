using System.Numerics;

namespace Infoscope;

/// <summary>A random permutation of 0 .. count-1 that is a function of a seed and a purpose.</summary>
/// <remarks>
/// Up to 65,536 items it is a Fisher-Yates shuffle held in memory, uniform over all permutations. Above, it is computed item by item
/// (an eight-round Feistel network on Philox4x32-10 with cycle walking) and takes no memory. Immutable and safe for any number of threads.
/// </remarks>
public sealed class KeyedPermutation
{
    private const int LargestTable = 1 << 16;
    private const int Rounds = 8;

    private readonly int[]? table;
    private readonly ulong seed;
    private readonly ulong purposeHash;
    private readonly int halfBits;

    /// <summary>Makes the permutation of a seed and a purpose.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public KeyedPermutation(ulong seed, string purpose, long count)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        this.seed = seed;
        purposeHash = RandomStream.HashOf(purpose);
        if (count <= LargestTable) table = Shuffled((int)count, new RandomStream(seed, purpose));
        else halfBits = (BitOperations.Log2((ulong)(count - 1)) + 2) / 2;
    }

    /// <summary>Gets the number of items.</summary>
    public long Count { get; }

    /// <summary>Gives the item that the permutation puts at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="place"/> is outside 0 .. count-1.</exception>
    public long this[long place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(place);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Count);
            if (table is not null) return table[place];
            // The network permutes a power of four that is at least Count; what falls outside is sent through again.
            var item = (ulong)place;
            do item = Encrypt(item);
            while (item >= (ulong)Count);
            return (long)item;
        }
    }

    private static int[] Shuffled(int count, RandomStream random)
    {
        var items = new int[count];
        for (var i = 0; i < count; i++) items[i] = i;
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)random.NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }

        return items;
    }

    private ulong Encrypt(ulong value)
    {
        var mask = (1UL << halfBits) - 1;
        var left = value >> halfBits;
        var right = value & mask;
        for (var round = 0U; round < Rounds; round++)
        {
            // The round number sits where a stream counts blocks with its top bit set, so no stream shares these blocks.
            var (word0, word1, _, _) = Philox4x32.Block(
                (uint)right, (uint)(right >> 32) | (0x8000_0000U + (round << 24)), (uint)purposeHash, (uint)(purposeHash >> 32), (uint)seed, (uint)(seed >> 32));
            (left, right) = (right, left ^ ((((ulong)word1 << 32) | word0) & mask));
        }

        return (left << halfBits) | right;
    }
}
