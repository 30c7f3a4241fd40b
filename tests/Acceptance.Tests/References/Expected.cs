using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;

namespace Infoscope.Acceptance.Tests.References;

/// <summary>The figures of the published estimator, in efficiency units: nats divided by the logarithm of the number of anchors.</summary>
internal static class Expected
{
    // The figures have six decimals, half a unit of the last is 5e-7; the path in single precision adds at most 2e-6.
    public const double Tolerance = 1e-5;

    private static readonly Lazy<JsonElement> DigitsFile = new(() => Parse("digits-mlp"));
    private static readonly Lazy<JsonElement> LanguageModelFile = new(() => Parse("kjv-gpt"));

    public static double Digits(string condition, int epoch, string layer, string figure) => DigitsFile.Value.GetProperty("runs").GetProperty(condition).EnumerateArray()
        .Single(run => run.GetProperty("epoch").GetInt32() == epoch).GetProperty($"{figure}/{layer}").GetDouble();

    public static double LanguageModel(int step, string figure) => LanguageModelFile.Value.GetProperty("checkpoints").EnumerateArray()
        .Single(checkpoint => checkpoint.GetProperty("step").GetInt32() == step).GetProperty("layers").GetProperty(Data.LanguageModel.Layer).GetProperty(figure).GetDouble();

    private static JsonElement Parse(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Files.Reference(folder, "expected.json")));
        return json.RootElement.Clone();
    }
}
