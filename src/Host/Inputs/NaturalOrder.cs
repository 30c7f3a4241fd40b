namespace Infoscope.Host.Inputs;

/// <summary>The order in which people number things: layer2 before layer10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? left, string? right)
    {
        var x = left.AsSpan();
        var y = right.AsSpan();
        while (x.Length > 0 && y.Length > 0)
        {
            var partX = x[..Run(x)];
            var partY = y[..Run(y)];
            var order = char.IsAsciiDigit(x[0]) && char.IsAsciiDigit(y[0]) ? CompareNumbers(partX, partY) : partX.CompareTo(partY, StringComparison.Ordinal);
            if (order != 0) return order;
            x = x[partX.Length..];
            y = y[partY.Length..];
        }

        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(left, right);
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var digits = char.IsAsciiDigit(text[0]);
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]) == digits) length++;
        return length;
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        x = x.TrimStart('0');
        y = y.TrimStart('0');
        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.CompareTo(y, StringComparison.Ordinal);
    }
}
