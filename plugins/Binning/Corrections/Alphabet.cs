using System.Globalization;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The K symbols that could occur, by the logarithm of K, and the share of them that did not.</summary>
internal readonly struct Alphabet
{
    // ln K is a sum of logarithms, so K may come out smaller than it is by rounding.
    private const double Rounding = 1e-9;

    private Alphabet(double logSize, double emptyShare) => (LogSize, EmptyShare) = (logSize, emptyShare);

    /// <summary>Gets ln K.</summary>
    public double LogSize { get; }

    /// <summary>Gets 1/K; zero where it is too small for a number.</summary>
    public double InverseSize => Math.Exp(-LogSize);

    /// <summary>Gets (K - m)/K, m being the number of symbols that occurred.</summary>
    public double EmptyShare { get; }

    /// <summary>Gets whether there is one symbol alone.</summary>
    public bool IsOneSymbol => LogSize <= Rounding;

    /// <summary>Checks an alphabet against what occurred.</summary>
    /// <param name="correction">Who asks, for the message.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="logSize">ln K.</param>
    /// <exception cref="ArgumentException">It is not finite, or fewer symbols than occurred.</exception>
    public static Alphabet Of(string correction, CountsOfCounts counts, double logSize)
    {
        if (!double.IsFinite(logSize))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{correction} needs the number of symbols that could occur, but its logarithm is {logSize}; give it, or choose a correction that does without."), nameof(logSize));
        var logOccupied = Math.Log(counts.Occupied);
        if (logSize < logOccupied - (Rounding * Math.Max(1, logOccupied)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{correction} was told of {Math.Exp(logSize):G6} symbols that could occur, but {counts.Occupied} did; give at least {counts.Occupied}."), nameof(logSize));
        var size = Math.Max(logSize, logOccupied);
        return new Alphabet(size, -SpecialFunctions.Logarithms.ExponentialLessOne(logOccupied - size));
    }
}
