using System.Globalization;

namespace Infoscope.Conformance.Generators;

/// <summary>Which of two finite numbers is easier to read, and the steps from a number to easier ones.</summary>
/// <remarks>
/// Whole numbers below a million come first, the smaller magnitude first; then numbers of fewer significant decimal digits, those nearer to 1 first;
/// of a number and its negative, the positive one. The order is total on the finite doubles, which are finitely many, so every descent ends.
/// </remarks>
internal static class NumberOrder
{
    private const double Million = 1e6;

    /// <summary>Says whether a number is strictly easier to read than another.</summary>
    public static bool IsSimpler(double candidate, double value)
    {
        if (candidate.Equals(value) && double.IsNegative(candidate) == double.IsNegative(value)) return false;
        var (digits, digitsOfValue) = (Digits(candidate), Digits(value));
        if (digits != digitsOfValue) return digits < digitsOfValue;
        if (digits > 0)
        {
            var (distance, distanceOfValue) = (Math.Abs(Math.Log10(Math.Abs(candidate))), Math.Abs(Math.Log10(Math.Abs(value))));
            if (distance != distanceOfValue) return distance < distanceOfValue;
        }

        var (magnitude, magnitudeOfValue) = (Math.Abs(candidate), Math.Abs(value));
        return magnitude != magnitudeOfValue ? magnitude < magnitudeOfValue : double.IsNegative(value);
    }

    /// <summary>Counts the significant digits of the shortest decimal that reads back as a number; 0 for a whole number below a million.</summary>
    public static int Digits(double value)
    {
        if (Math.Abs(value) < Million && double.IsInteger(value)) return 0;
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        var (digits, zeros) = (0, 0);
        foreach (var letter in text[..length])
        {
            if (letter == 'E') break;
            if (letter == '0') zeros++;
            else if (char.IsAsciiDigit(letter))
            {
                // Zeros count between two other digits alone.
                digits += 1 + (digits == 0 ? 0 : zeros);
                zeros = 0;
            }
        }

        return digits;
    }

    /// <summary>Gives the steps for many numbers at once, the largest first. A step may give a number that is no simpler.</summary>
    public static IReadOnlyList<Func<double, double>> Steps { get; } =
    [
        _ => 0,
        _ => 1,
        value => value == 0 ? 0 : Math.Sign(value),
        value => Math.CopySign(0.5, value),
        value => Math.Round(Math.Clamp(value, -4, 4)),
        Math.Round,
        value => Math.Sign(value) * Math.Ceiling(Math.Abs(value)),
        value => Math.Abs(value) is > 16 or < 1e-3 ? Rounded(Math.Sign(value) * Math.Sqrt(Math.Abs(value)), 1) : value,
        value => Digits(value) == 0 ? Math.Truncate(value / 2) : value,
        Math.Abs,
        value => Math.Round(value * 2) / 2,
        value => Math.Round(value * 4) / 4,
        value => Rounded(value, 1),
        value => Rounded(value, 2),
        value => Rounded(value, 3),
    ];

    /// <summary>Gives the simpler numbers to try in place of one: each of the steps, and for a whole number those a quarter, an eighth, ..., and one nearer to zero.</summary>
    public static IEnumerable<double> Simpler(double value)
    {
        var tried = new HashSet<double>();
        foreach (var candidate in Steps.Select(step => step(value) + 0.0).Concat(Nearer(value)))
        {
            if (IsSimpler(candidate, value) && tried.Add(candidate)) yield return candidate;
        }
    }

    private static IEnumerable<double> Nearer(double value)
    {
        if (Digits(value) > 0) yield break;
        for (var part = Math.Truncate(value / 4); part != 0; part = Math.Truncate(part / 2)) yield return value - part;
        yield return value - Math.Sign(value);
    }

    private static double Rounded(double value, int digits)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, digits switch { 1 => "E0", 2 => "E1", _ => "E2" }, CultureInfo.InvariantCulture);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
