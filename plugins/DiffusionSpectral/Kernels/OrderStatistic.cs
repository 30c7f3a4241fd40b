namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>Finds the number of a given rank among numbers that are shown to it four times over and never kept.</summary>
/// <remarks>
/// Numbers that are not negative are ordered like their bits. Each pass counts the next 16 bits of the numbers that agree with the one sought so far, and so
/// finds 16 bits of it, most significant first.
/// </remarks>
internal sealed class OrderStatistic(long rank)
{
    private const int DigitBits = 16;

    private readonly long[] counts = new long[1 << DigitBits];
    private long rankAmongAgreeing = rank;
    private ulong prefix;
    private int unknownBits = 64;

    /// <summary>Gets whether all bits are found.</summary>
    public bool IsFound => unknownBits == 0;

    /// <summary>Gets the number, once it is found.</summary>
    public double Value => BitConverter.UInt64BitsToDouble(prefix);

    /// <summary>Shows some of the numbers, none below 0; in a pass every number is shown once.</summary>
    public void Observe(ReadOnlySpan<double> numbers)
    {
        var digitShift = unknownBits - DigitBits;
        foreach (var number in numbers)
        {
            var digits = BitConverter.DoubleToUInt64Bits(number) >> digitShift;
            if (digits >> DigitBits == prefix) counts[(ushort)digits]++;
        }
    }

    /// <summary>Ends a pass.</summary>
    public void Narrow()
    {
        var digit = 0;
        while (rankAmongAgreeing >= counts[digit]) rankAmongAgreeing -= counts[digit++];
        prefix = (prefix << DigitBits) | (uint)digit;
        unknownBits -= DigitBits;
        Array.Clear(counts);
    }
}
