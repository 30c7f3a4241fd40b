using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Lasso.Tests.References;

/// <summary>Reads the reference arrays.</summary>
internal static class NpyFile
{
    /// <summary>Reads the rows of a two-axis array.</summary>
    public static double[][] Rows(string file)
    {
        var array = Read(file);
        return [.. array.ToReals().Chunk((int)array.Shape[1])];
    }

    /// <summary>Reads the (n, n) matrix whose lower triangle a file holds row by row.</summary>
    public static double[] Symmetric(string file, int count)
    {
        var lower = Read(file).ToReals();
        var full = new double[count * count];
        for (int row = 0, next = 0; row < count; row++)
        {
            for (var column = 0; column <= row; column++, next++) full[row * count + column] = full[column * count + row] = lower[next];
        }

        return full;
    }

    private static NumericArray Read(string file)
    {
        using var array = ArrayFile.Open(Repository.PathOf(typeof(NpyFile).Assembly, "tests", "ReferenceValues", "llm-geometry", file));
        return array.Find("").ToNumericArray();
    }
}
