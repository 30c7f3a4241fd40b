using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>The activations of the fourth layer of the digits network at every checkpoint.</summary>
internal static class FourthLayer
{
    /// <summary>Reads those of a condition.</summary>
    public static IReadOnlyList<Points> Of(string condition)
    {
        var array = ReferenceFiles.Array("", "tests", "ReferenceValues", "digits-mlp", condition + "-layer4.npy");
        var (images, features) = ((int)array.Shape[1], (int)array.Shape[2]);
        return [.. array.ToReals().Chunk(images * features).Select(values => new Points(values, images, features))];
    }
}
