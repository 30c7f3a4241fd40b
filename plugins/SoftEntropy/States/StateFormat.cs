using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.States;

/// <summary>The little-endian numbers of a saved state, checked as they are read.</summary>
internal static class StateFormat
{
    // Far above the rounding of any number of additions, far below a flipped bit that matters.
    private const double SumTolerance = 1e-6;

    /// <summary>Gets the first bytes of a state, with the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "infoscope soft-entropy 1\n"u8;

    /// <summary>Writes sums.</summary>
    public static void WriteSums(BinaryWriter to, ReadOnlySpan<double> sums)
    {
        foreach (var sum in sums) to.Write(sum);
    }

    /// <summary>Reads sums of assignments or entropies.</summary>
    /// <exception cref="InvalidDataException">One is negative or not finite.</exception>
    public static void ReadSums(BinaryReader from, Span<double> sums)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] = ReadSum(from);
    }

    /// <summary>Reads the summed assignments of some rows.</summary>
    /// <exception cref="InvalidDataException">They are no such sums.</exception>
    public static void ReadAssignments(BinaryReader from, Span<double> sums, long rows, AssignmentLayout layout)
    {
        ReadSums(from, sums);
        // The assignments of a row add up to 1 in each part, which tells damaged sums.
        for (var part = 0; part < layout.Parts; part++)
        {
            double sum = 0;
            foreach (var share in layout.Part(sums, part)) sum += share;
            if (Math.Abs(sum - rows) > SumTolerance * rows) throw Refusal($"assignments that add up to {sum} stand for {rows} rows");
        }
    }

    /// <summary>Reads a sum of assignments or entropies.</summary>
    /// <exception cref="InvalidDataException">It is negative or not finite.</exception>
    public static double ReadSum(BinaryReader from)
    {
        var sum = from.ReadDouble();
        return double.IsFinite(sum) && sum >= 0 ? sum : throw Refusal($"a sum is {sum}");
    }

    /// <summary>Reads a number of rows.</summary>
    /// <exception cref="InvalidDataException">It is negative.</exception>
    public static long ReadCount(BinaryReader from) => Check(from.ReadInt64(), long.MaxValue);

    /// <summary>Reads a 32-bit number of things.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>.</exception>
    public static int ReadCount(BinaryReader from, int largest) => (int)Check(from.ReadInt32(), largest);

    /// <summary>Makes the exception for a stream that holds no usable state.</summary>
    public static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this soft-entropy estimation: {reason}; restore a state that was saved with the same options, seed and label sets.");

    private static long Check(long count, long largest) => count >= 0 && count <= largest ? count : throw Refusal($"a count is {count}");
}
