namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>Random-sign vectors without their part along the trivial eigenvector.</summary>
internal static class SignProbes
{
    /// <summary>Draws probes, one after another from the stream, each from a fresh word.</summary>
    /// <returns>A row-major (n, count) block; n is the length of the trivial vector.</returns>
    public static double[] Draw(ReadOnlySpan<double> trivial, int count, RandomStream random)
    {
        var block = new double[trivial.Length * count];
        for (var probe = 0; probe < count; probe++)
        {
            uint signs = 0;
            double along = 0;
            for (var i = 0; i < trivial.Length; i++)
            {
                if (i % 32 == 0) signs = random.NextUInt32();
                var sign = (signs >> (i % 32) & 1) == 0 ? 1.0 : -1.0;
                block[(i * count) + probe] = sign;
                along += trivial[i] * sign;
            }

            for (var i = 0; i < trivial.Length; i++) block[(i * count) + probe] -= along * trivial[i];
        }

        return block;
    }
}
