using System.Globalization;

namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Two finite numbers, the first below the second.</summary>
internal readonly record struct ValueRange(double From, double To)
{
    private const string Between = "..";

    /// <summary>Reads <c>A..B</c>.</summary>
    /// <exception cref="OptionException">The text is something else.</exception>
    public static ValueRange Parse(string text, string owner)
    {
        // From the second character on, so that ".5..1" is cut where it is meant to be.
        var at = text.Length < 2 ? -1 : text.IndexOf(Between, 1, StringComparison.Ordinal);
        if (at > 0 && TryRead(text[..at], out var from) && TryRead(text[(at + Between.Length)..], out var to) && from < to) return new(from, to);
        throw new OptionException($"{owner}.range is '{text}'; allowed are two numbers A..B, the first below the second, such as -1..1.");
    }

    /// <summary>Writes <c>A..B</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:R}{Between}{To:R}");

    private static bool TryRead(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
