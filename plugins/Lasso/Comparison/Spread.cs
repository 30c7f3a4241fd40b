namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>The mean and spread of a number over random sets.</summary>
internal readonly record struct Spread
{
    /// <summary>Gets the mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the standard deviation, with one less than the number of sets below it; null for one set.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>Measures numbers, of which there is at least one.</summary>
    public static Spread Of(ReadOnlySpan<double> numbers)
    {
        // Sums of differences from the first number, so that equal numbers have exactly their mean and no spread.
        double sum = 0;
        foreach (var number in numbers) sum += number - numbers[0];
        var offset = sum / numbers.Length;
        double squares = 0;
        foreach (var number in numbers)
        {
            var deviation = number - numbers[0] - offset;
            squares += deviation * deviation;
        }

        return new Spread { Mean = numbers[0] + offset, StandardDeviation = numbers.Length > 1 ? Math.Sqrt(squares / (numbers.Length - 1)) : null };
    }

    /// <summary>Measures numbers that are missing all together or not at all; null for missing ones.</summary>
    public static Spread? OfAll(IReadOnlyList<double?> numbers) => numbers.Contains(null) ? null : Of([.. numbers.Select(number => number!.Value)]);
}
