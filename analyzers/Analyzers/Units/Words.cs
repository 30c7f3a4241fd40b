namespace Infoscope.Analyzers.Units;

/// <summary>The whole words of a name that is written in one, such as <c>Mutual</c> and <c>Information</c> of <c>MutualInformation</c>.</summary>
internal static class Words
{
    private static readonly string[] OfInformation = ["Entropy", "Entropies", "Information", "Nats", "Bits", "Divergence", "Divergences", "Surprisal", "Surprisals"];

    // What makes a number without a unit of information, such as EntropyOrder, or a share of it; Fisher's information and a Bregman divergence have the unit of something else.
    private static readonly string[] OfPlainNumbers =
    [
        "Normalized", "Normalised", "Ratio", "Ratios", "Share", "Shares", "Fraction", "Fractions", "Percent", "Percentage", "Efficiency", "Probability", "Probabilities",
        "Order", "Weight", "Weights", "Factor", "Factors", "Coefficient", "Coefficients", "Exponent", "Power", "Rank", "Temperature",
        "Fisher", "Bregman",
    ];

    /// <summary>Tells whether a name says an amount of information, and no plain number beside it.</summary>
    public static bool SayInformation(string name) => Have(name, OfInformation) && !Have(name, OfPlainNumbers);

    /// <summary>Tells whether a name leaves open that it is an amount of information.</summary>
    public static bool MaySayInformation(string name) => !Have(name, OfPlainNumbers);

    /// <summary>Tells whether a name ends with a unit of information.</summary>
    public static bool EndWithAUnit(string name) => Ends(name, "Nats") || Ends(name, "Bits");

    /// <summary>Tells whether one of some words, in whatever case, is a whole word of a name.</summary>
    public static bool Have(string name, string[] words)
    {
        foreach (var word in words)
        {
            for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (IsWhole(name, at, at + word.Length)) return true;
            }
        }

        return false;
    }

    private static bool Ends(string name, string word) =>
        name.EndsWith(word, StringComparison.OrdinalIgnoreCase) && IsWhole(name, name.Length - word.Length, name.Length);

    private static bool IsWhole(string name, int from, int to) =>
        (from == 0 || char.IsUpper(name[from]) || !char.IsLetter(name[from - 1])) && (to == name.Length || !char.IsLower(name[to]));
}
