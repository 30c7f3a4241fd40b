using System.Globalization;

namespace Infoscope.Conformance;

/// <summary>One comparison of two numbers that a law makes: an equation, or an upper bound of the left by the right.</summary>
internal readonly record struct Deviation
{
    /// <summary>Gets the quantity whose claim the comparison tests.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the left number.</summary>
    public required double Left { get; init; }

    /// <summary>Gets what the left number is.</summary>
    public required string LeftName { get; init; }

    /// <summary>Gets the right number.</summary>
    public required double Right { get; init; }

    /// <summary>Gets what the right number is.</summary>
    public required string RightName { get; init; }

    /// <summary>Gets whether the two must be equal; else the left is at most the right.</summary>
    public required bool IsEquation { get; init; }

    /// <summary>Gets whether it is the right number that the law is about, and the left one its lower bound.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Gets what to say when the law is broken; null says what the two numbers are.</summary>
    public string? Text { get; init; }

    /// <summary>Gets by how much the law is broken: above 0 is broken; below 0 there is room. For an equation the signed difference.</summary>
    public double Amount => Left - Right;

    /// <summary>Gets the size of the numbers, at least 1: rounding is relative to it.</summary>
    public double Size => Math.Max(1, Math.Max(Math.Abs(Left), Math.Abs(Right)));

    /// <summary>Makes an equation.</summary>
    public static Deviation Equal(string quantity, double left, string leftName, double right, string rightName) =>
        new() { Quantity = quantity, Left = left, LeftName = leftName, Right = right, RightName = rightName, IsEquation = true };

    /// <summary>Makes an upper bound of the left number.</summary>
    public static Deviation AtMost(string quantity, double left, string leftName, double right, string rightName) =>
        new() { Quantity = quantity, Left = left, LeftName = leftName, Right = right, RightName = rightName, IsEquation = false };

    /// <summary>Makes a lower bound: the number is at least the least.</summary>
    public static Deviation AtLeast(string quantity, double number, string name, double least, string leastName) =>
        AtMost(quantity, least, leastName, number, name) with { IsLowerBound = true };

    /// <summary>Makes a comparison about the whole result that holds or does not.</summary>
    public static Deviation Whole(bool holds, string text) => Equal("", holds ? 0 : 1, "", 0, "") with { Text = text };

    /// <summary>Tells whether the law is broken by more than a tolerance relative to <see cref="Size"/>; a number that is not finite breaks every law.</summary>
    public bool IsBroken(double tolerance)
    {
        if (!double.IsFinite(Left) || !double.IsFinite(Right)) return true;
        return (IsEquation ? Math.Abs(Amount) : Amount) > tolerance * Size;
    }

    /// <summary>Says how the law is broken.</summary>
    public string Sentence()
    {
        if (Text is not null) return Text;
        var (left, right) = (Left.ToString("G9", CultureInfo.InvariantCulture), Right.ToString("G9", CultureInfo.InvariantCulture));
        if (left == right) (left, right) = (Left.ToString("R", CultureInfo.InvariantCulture), Right.ToString("R", CultureInfo.InvariantCulture));
        if (IsEquation) return $"{Quantity}: {LeftName} is {left}, and {RightName}, which must be equal, is {right}";
        return IsLowerBound ? $"{Quantity}: {RightName} is {right}, below {Named(LeftName, left)}" : $"{Quantity}: {LeftName} is {left}, above {Named(RightName, right)}";
    }

    private static string Named(string name, string number) => name.Length == 0 ? number : $"{name}, {number}";
}
