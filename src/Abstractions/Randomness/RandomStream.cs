using System.Text;

namespace Infoscope;

/// <summary>A reproducible stream of random numbers: the same seed and purpose give the same numbers everywhere.</summary>
/// <remarks>
/// Philox4x32-10 with the seed as key; the upper half of the counter is a hash of the purpose, the lower half counts blocks.
/// So streams of different purposes never overlap. Normals are made by Box-Muller in double. Not safe for several threads.
/// </remarks>
public sealed class RandomStream
{
    private readonly ulong seed;
    private readonly ulong purposeHash;
    private readonly uint[] words = new uint[4];
    private ulong block;
    private int used = 4;
    private double spareNormal = double.NaN;

    /// <summary>Opens the stream of a seed and a purpose at its start.</summary>
    public RandomStream(ulong seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        this.seed = seed;
        purposeHash = HashOf(purpose);
    }

    /// <summary>Draws 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (used == words.Length) Refill();
        return words[used++];
    }

    /// <summary>Draws 64 random bits.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>Draws a number uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a whole number uniform in [0, bound), without bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public long NextBelow(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        // Values below 2^64 mod range would make the first outcomes likelier; they are drawn again.
        var unfair = (0UL - range) % range;
        ulong draw;
        do draw = NextUInt64();
        while (draw < unfair);
        return (long)(draw % range);
    }

    /// <summary>Draws a standard normal number.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            var spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        var angle = 2 * Math.PI * NextDouble();
        spareNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>Gives the 64-bit FNV-1a hash of a text's UTF-8 bytes, the same on every platform.</summary>
    internal static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ octet) * 1099511628211UL);
        return hash;
    }

    private void Refill()
    {
        (words[0], words[1], words[2], words[3]) = Philox4x32.Block(
            (uint)block, (uint)(block >> 32), (uint)purposeHash, (uint)(purposeHash >> 32), (uint)seed, (uint)(seed >> 32));
        block++;
        used = 0;
    }
}
