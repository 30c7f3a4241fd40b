using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Samples.Tests.References;

/// <summary>A case of <c>tests/ReferenceValues/nearest-neighbours</c>.</summary>
internal sealed record ReferenceCase(double[][] Rows, int[] Labels, int Neighbours, double Nats, double CeilingNats, long RowsUsed, long RowsDropped)
{
    private static readonly JsonElement File =
        JsonDocument.Parse(System.IO.File.ReadAllText(Repository.PathOf(typeof(ReferenceCase).Assembly, "tests", "ReferenceValues", "nearest-neighbours", "expected.json"))).RootElement;

    public static IEnumerable<string> Names => File.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("name").GetString()!);

    public static IEnumerable<(int N, double Psi)> Digamma => File.GetProperty("digamma").EnumerateObject().Select(one => (int.Parse(one.Name), one.Value.GetDouble()));

    public static ReferenceCase Of(string name)
    {
        var one = File.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        return new(
            [.. one.GetProperty("rows").EnumerateArray().Select(value => value.GetDouble()).Chunk(one.GetProperty("features").GetInt32())],
            [.. one.GetProperty("labels").EnumerateArray().Select(value => value.GetInt32())],
            one.GetProperty("neighbours").GetInt32(),
            one.GetProperty("nats").GetDouble(),
            one.GetProperty("ceiling_nats").GetDouble(),
            one.GetProperty("rows_used").GetInt64(),
            one.GetProperty("rows_dropped").GetInt64());
    }
}
