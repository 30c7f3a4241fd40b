namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

/// <summary>How often a matrix of whole numbers has the eigenvalue 0, and the size of its largest Jordan block, in exact arithmetic.</summary>
/// <remarks>Ranks are taken modulo a prime, which lowers one only if the prime divides a determinant.</remarks>
internal readonly record struct NilpotentPart(int Multiplicity, int LargestBlock)
{
    private const long Prime = int.MaxValue;

    /// <summary>Finds both: ranks of powers fall until the power is the largest block.</summary>
    public static NilpotentPart Of(double[] matrix, int size)
    {
        var elements = Array.ConvertAll(matrix, value => (long)value);
        var power = elements;
        var (rank, block) = (size, 0);
        while (true)
        {
            var next = Rank(power, size);
            if (next == rank) return new(size - rank, block);
            (rank, block, power) = (next, block + 1, Product(power, elements, size));
        }
    }

    private static long[] Product(long[] a, long[] b, int size)
    {
        var product = new long[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                var factor = a[(i * size) + k];
                if (factor == 0) continue;
                for (var j = 0; j < size; j++) product[(i * size) + j] = (product[(i * size) + j] + (factor * b[(k * size) + j])) % Prime;
            }
        }

        return product;
    }

    private static int Rank(long[] matrix, int size)
    {
        var rows = Enumerable.Range(0, size).Select(i => matrix[(i * size)..((i + 1) * size)]).ToList();
        var rank = 0;
        for (var column = 0; column < size && rank < size; column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var inverse = Power(rows[rank][column], Prime - 2);
            for (var i = rank + 1; i < size; i++)
            {
                var factor = rows[i][column] * inverse % Prime;
                if (factor == 0) continue;
                for (var j = column; j < size; j++) rows[i][j] = (rows[i][j] + ((Prime - factor) * rows[rank][j])) % Prime;
            }

            rank++;
        }

        return rank;
    }

    private static long Power(long number, long exponent)
    {
        long result = 1;
        for (; exponent > 0; exponent >>= 1, number = number * number % Prime)
        {
            if ((exponent & 1) != 0) result = result * number % Prime;
        }

        return result;
    }
}
