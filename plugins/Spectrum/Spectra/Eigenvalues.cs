namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>Eigenvalues of a positive semidefinite matrix without what rounding put there.</summary>
internal static class Eigenvalues
{
    /// <summary>The spacing of doubles at 1.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>Sets eigenvalues that cannot be told from 0 to 0: those of at most size x epsilon x the largest, which is what rounding alone makes of a zero.</summary>
    /// <param name="eigenvalues">Changed in place; any order.</param>
    /// <param name="size">The larger of the numbers of rows and features behind the matrix.</param>
    public static void ClearRounding(Span<double> eigenvalues, long size)
    {
        double largest = 0;
        foreach (var value in eigenvalues) largest = Math.Max(largest, value);
        foreach (ref var value in eigenvalues)
        {
            if (value <= size * Epsilon * largest) value = 0;
        }
    }
}
