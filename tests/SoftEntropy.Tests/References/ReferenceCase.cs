using System.Globalization;
using System.Text.Json;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;
using Infoscope.Testing;

namespace Infoscope.Plugins.SoftEntropy.Tests.References;

/// <summary>The inputs of one reference case and the numbers of one of its blocks.</summary>
internal sealed class ReferenceCase
{
    private static readonly Lazy<JsonElement> Expected = new(() => Parse("expected.json"));
    private static readonly Lazy<JsonElement> Variants = new(() => Parse("variants.json"));

    private ReferenceCase(string name, string anchors, JsonElement numbers, double temperature)
    {
        Numbers = numbers;
        var labels = NpyFile.Integers(name + "_labels");
        Names = [.. labels.Distinct().Order()];
        Run = new EstimatorRun
        {
            Rows = NpyFile.Rows(name + "_z"),
            LabelSets = [new TestLabels("y", [.. labels.Select(label => Array.IndexOf(Names, label))])],
            Options = { ["temperature"] = temperature.ToString("R", CultureInfo.InvariantCulture) },
            BlockSize = 500,
            Items = true,
        }.WithAnchors(NpyFile.Rows(anchors));
    }

    /// <summary>Gets the names of all cases.</summary>
    public static IEnumerable<object[]> Cases => Expected.Value.EnumerateObject().Where(entry => entry.Name != "_meta").Select(entry => new object[] { entry.Name });

    /// <summary>Gets the names of the cases with other variants.</summary>
    public static IEnumerable<object[]> VariantCases => Variants.Value.EnumerateObject().Where(entry => entry.Name != "_note").Select(entry => new object[] { entry.Name });

    /// <summary>Gets the rows, the anchors, the labels and the temperature of the case.</summary>
    public EstimatorRun Run { get; }

    /// <summary>Gets the reference numbers of the block.</summary>
    public JsonElement Numbers { get; }

    /// <summary>Gets the label in the file of each dense label.</summary>
    public int[] Names { get; }

    /// <summary>Opens the main block: temperature bounds (exact for two dimensions), in double.</summary>
    public static ReferenceCase Published(string name) => Open(name, "float64", name + "_w", Expected.Value.GetProperty(name).GetProperty("temperature").GetDouble());

    /// <summary>Opens the leading-order block; null for the case that has none with its own anchors.</summary>
    public static ReferenceCase? LeadingOrder(string name) =>
        Expected.Value.GetProperty(name).TryGetProperty("float64_leading_order", out var block)
            ? new ReferenceCase(name, name + "_w", block, block.GetProperty("temperature").GetDouble())
            : null;

    /// <summary>Opens the digits with the anchors that another backend drew.</summary>
    public static ReferenceCase OtherAnchors(bool leadingOrder) => leadingOrder
        ? Open("c10_digits", "float64_torch_anchors_leading_order", "c10_digits_w_torch_seed0", 1 / Math.Sqrt(2 * 64 * Math.Log(100)))
        : Open("c10_digits", "float64_torch_anchors", "c10_digits_w_torch_seed0", Expected.Value.GetProperty("c10_digits").GetProperty("temperature").GetDouble());

    /// <summary>Opens the variant of the thesis: cosines scaled to [-100, 100].</summary>
    public static ReferenceCase Thesis(string name)
    {
        var block = Variants.Value.GetProperty(name).GetProperty("thesis_scaling_100");
        return new ReferenceCase(name, name + "_w", block, block.GetProperty("temperature").GetDouble());
    }

    /// <summary>Opens the variant with subspaces that share their anchors.</summary>
    public static ReferenceCase Subspaces(string name)
    {
        var block = Variants.Value.GetProperty(name).GetProperty("subspace");
        var reference = new ReferenceCase(name, Path.GetFileNameWithoutExtension(block.GetProperty("anchors").GetString()!), block, block.GetProperty("temperature").GetDouble());
        reference.Run.Options["subspaces"] = block.GetProperty("heads").GetInt32().ToString(CultureInfo.InvariantCulture);
        return reference;
    }

    /// <summary>Gives a number of the block.</summary>
    public double Number(string key) => Numbers.GetProperty(key).GetDouble();

    private static ReferenceCase Open(string name, string block, string anchors, double temperature) =>
        new(name, anchors, Expected.Value.GetProperty(name).GetProperty(block), temperature);

    private static JsonElement Parse(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(typeof(ReferenceCase).Assembly, "tests", "ReferenceValues", "soft-entropy", file)));
        return json.RootElement.Clone();
    }
}
