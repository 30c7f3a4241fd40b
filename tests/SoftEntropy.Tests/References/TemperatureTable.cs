using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Plugins.SoftEntropy.Tests.References;

/// <summary>The reference temperatures of 60 pairs of anchors and dimensions.</summary>
internal static class TemperatureTable
{
    private static readonly Dictionary<(int Anchors, int Dimensions), JsonElement> Rows = Read();

    public static IEnumerable<object[]> Pairs => Rows.Keys.Select(pair => new object[] { pair.Anchors, pair.Dimensions });

    public static double Exact(int anchors, int dimensions) => Rows[(anchors, dimensions)].GetProperty("exact").GetDouble();

    public static double LeadingOrder(int anchors, int dimensions) => Rows[(anchors, dimensions)].GetProperty("leading_order").GetDouble();

    /// <summary>Gives the temperature of the published library; null where it raises.</summary>
    public static double? PublishedBounds(int anchors, int dimensions) => Optional(Rows[(anchors, dimensions)].GetProperty("official_find_eps_bounds"));

    /// <summary>Gives what the published library calls exact; null where it raises.</summary>
    public static double? PublishedExact(int anchors, int dimensions) => Optional(Rows[(anchors, dimensions)].GetProperty("official_mode_exact"));

    private static double? Optional(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static Dictionary<(int Anchors, int Dimensions), JsonElement> Read()
    {
        var path = Repository.PathOf(typeof(TemperatureTable).Assembly, "tests", "ReferenceValues", "soft-entropy", "find_eps_table.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty("table").EnumerateArray().ToDictionary(row => (row.GetProperty("m").GetInt32(), row.GetProperty("d").GetInt32()), row => row.Clone());
    }
}
