using Infoscope.Plugins.DiffusionSpectral.Tests.References;
using Infoscope.Testing;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>The activations of the fourth layer of the digits network at every checkpoint.</summary>
internal static class FourthLayer
{
    private const string Unlabelled = "tanh-selfsup";

    /// <summary>Reads those of a condition.</summary>
    public static IReadOnlyList<Points> Of(string condition)
    {
        if (condition != Unlabelled)
        {
            string[] folder = ["samples", "data", "information-plane", condition];
            var files = Directory.GetFiles(Repository.PathOf(typeof(FourthLayer).Assembly, folder)).Order(StringComparer.Ordinal);
            return [.. files.Select(file => ReferenceFiles.Points("layer4", [.. folder, Path.GetFileName(file)]))];
        }

        var array = ReferenceFiles.Array("", "tests", "ReferenceValues", "digits-mlp", condition + "-layer4.npy");
        var (images, features) = ((int)array.Shape[1], (int)array.Shape[2]);
        return [.. array.ToReals().Chunk(images * features).Select(values => new Points(values, images, features))];
    }
}
