using System.Globalization;
using Infoscope.Engine.Studies;
using Infoscope.Host.Inputs;

namespace Infoscope.Host.Studying;

/// <summary>One --size SET=NUMBER: which activation sets are models of a size.</summary>
internal sealed class ModelSize
{
    private static readonly (char Letter, double Factor)[] Suffixes = [('K', 1e3), ('M', 1e6), ('B', 1e9), ('T', 1e12)];

    private readonly Wildcard? pattern;

    private ModelSize(string set, double size)
    {
        Set = set;
        Size = size;
        pattern = Wildcard.IsPattern(set) ? new Wildcard(set) : null;
    }

    /// <summary>Gets SET as it was typed.</summary>
    public string Set { get; }

    /// <summary>Gets the size.</summary>
    public double Size { get; }

    /// <summary>Reads SET=NUMBER; what cannot be read is a problem.</summary>
    public static ModelSize? Read(string text, ProblemList problems)
    {
        var split = text.LastIndexOf('=');
        if (split <= 0)
        {
            problems.Add($"--size is '{text}'; an activation set and its size are needed as SET=NUMBER, such as model.npz=70M.");
            return null;
        }

        if (Number(text[(split + 1)..]) is { } size) return new ModelSize(text[..split], size);
        problems.Add($"--size {text[..split]} is '{text[(split + 1)..]}'; a number above 0 is needed, such as 70M, 1.4B, 7e7 or 70000000.");
        return null;
    }

    /// <summary>Writes a size as it would be typed.</summary>
    public static string Text(double size)
    {
        var (letter, factor) = Suffixes.LastOrDefault(suffix => size >= suffix.Factor);
        return letter == default ? size.ToString("R", CultureInfo.InvariantCulture) : (size / factor).ToString("0.###", CultureInfo.InvariantCulture) + letter;
    }

    /// <summary>Tells whether a row's set is meant, whichever its layer.</summary>
    public bool IsSetOf(StudyRow row) => IsMeant(row.Set);

    /// <summary>Tells whether a row is meant, by its set or by set:layer.</summary>
    public bool Matches(StudyRow row) => IsSetOf(row) || IsMeant($"{row.Set}:{row.Layer}");

    private bool IsMeant(string name) => name == Set || pattern?.Match(name) is not null;

    private static double? Number(string text)
    {
        var factor = text.Length == 0 ? 1 : Suffixes.FirstOrDefault(suffix => suffix.Letter == char.ToUpperInvariant(text[^1])).Factor;
        var digits = factor > 1 ? text[..^1] : text;
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number * Math.Max(1, factor)) ? number * Math.Max(1, factor) : null;
    }
}
