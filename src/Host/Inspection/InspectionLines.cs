using System.Text.Json;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Inspection;

/// <summary>One JSON object for each array and column, and for each member that cannot be read; every object has every property.</summary>
internal sealed class InspectionLines(TextWriter writer) : IInspectionReport
{
    public void Add(InspectedFile file)
    {
        foreach (var item in file.Items) Line(file, item);
        foreach (var member in file.Unreadable) Line(file, new Inspected { File = file.File, Key = member.Key, Shape = [], ElementWord = "", Use = new Use(UseKind.LeftOut, $"left out: {member.Reason}") }, "unreadable");
        writer.Flush();
    }

    public void End() => writer.Flush();

    private static double? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private void Line(InspectedFile file, Inspected item, string? kind = null)
    {
        var numbers = item.Numbers;
        var different = numbers?.Different ?? item.DifferentTexts;
        writer.WriteLine(JsonSerializer.Serialize(
            new
            {
                file = item.File,
                key = item.Key,
                kind = kind ?? (item.IsColumn ? "column" : "array"),
                shape = item.Shape,
                dtype = item.ElementWord,
                minimum = Number(numbers?.Minimum),
                maximum = Number(numbers?.Maximum),
                mean = Number(numbers?.Mean),
                nan = numbers?.NaN,
                infinite = numbers?.Infinite,
                non_finite_rows = numbers?.NonFiniteRows,
                zero_rows = numbers?.ZeroRows,
                smallest_norm = Number(numbers?.SmallestNorm),
                largest_norm = Number(numbers?.LargestNorm),
                different = different?.Least,
                different_is_exact = different?.IsExact,
                unlabelled = numbers?.MinusOnes ?? item.Unlabelled,
                examples = item.Examples,
                use = item.Use.Kind == UseKind.LeftOut ? "left-out" : item.Use.Kind.ToString().ToLowerInvariant(),
                use_in_words = item.Use.Words,
                metadata = file.Metadata,
            },
            Json.Options));
    }
}
