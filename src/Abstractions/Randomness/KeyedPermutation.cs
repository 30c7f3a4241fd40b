using System.Numerics;

namespace Infoscope;

/// <summary>A random permutation of 0 .. count-1 that is a function of a seed and a purpose.</summary>
/// <remarks>
/// Up to 65,536 items it is a Fisher-Yates shuffle held in memory, uniform over all permutations. Above, it is computed item by item
/// (an eight-round Feistel network with cycle walking, its round keys drawn from Philox4x32-10) and takes no memory. Immutable and safe for any number of threads.
/// </remarks>
public sealed class KeyedPermutation
{
    private const int LargestTable = 1 << 16;
    private const int Rounds = 8;

    private readonly int[]? table;
    private readonly ulong[] roundKeys = [];
    private readonly int halfBits;

    /// <summary>Makes the permutation of a seed and a purpose.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public KeyedPermutation(ulong seed, string purpose, long count)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        var random = new RandomStream(seed, purpose);
        if (count <= LargestTable)
        {
            table = Shuffled((int)count, random);
            return;
        }

        halfBits = (BitOperations.Log2((ulong)(count - 1)) + 2) / 2;
        roundKeys = [.. Enumerable.Range(0, Rounds).Select(_ => random.NextUInt64())];
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
        foreach (var key in roundKeys) (left, right) = (right, left ^ (Mix(right ^ key) & mask));
        return (left << halfBits) | right;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): every bit of the input reaches every bit.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
