namespace Infoscope.Engine.Tests.Studies;

/// <summary>Seven models of the Pythia suite, 1B left out, and what rows at right angles give of their dimension.</summary>
internal static class PythiaSizes
{
    private const double Distortion = 0.1;

    public static int[] Dimensions { get; } = [512, 768, 1024, 2048, 2560, 4096, 5120];

    private static readonly int[] Layers = [6, 12, 24, 24, 32, 32, 36];

    /// <summary>Gets 12 layers d^2, the parameters without embeddings.</summary>
    public static double[] Sizes { get; } = [.. Dimensions.Zip(Layers, (d, layers) => 12.0 * layers * d * d)];

    /// <summary>Gives r ln(1 + d/(r eps^2)) / (d ln(1 + 1/eps^2)), r = min(n, d): the normalized coding rate of unit rows with r equal eigenvalues.</summary>
    public static double RightAngles(int rows, int d)
    {
        var rank = Math.Min(rows, d);
        return rank * Math.Log(1 + (d / (rank * Distortion * Distortion))) / (d * Math.Log(1 + (1 / (Distortion * Distortion))));
    }
}
