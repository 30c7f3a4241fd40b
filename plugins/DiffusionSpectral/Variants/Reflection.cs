namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>Householder reflections H = I - tau v v' that take a vector to a multiple of the first unit vector.</summary>
internal static class Reflection
{
    /// <summary>Replaces x by the vector v, first element 1, of the reflection; tau is 0 when x is such a multiple already.</summary>
    /// <returns>The multiple.</returns>
    public static double Of(Span<double> x, out double tau)
    {
        tau = 0;
        var first = x[0];
        var others = Vectors.Dot(x[1..], x[1..]);
        if (others == 0) return first;

        // The sign that makes first - beta a sum of two numbers of one sign.
        var beta = -Math.CopySign(Math.Sqrt((first * first) + others), first);
        tau = (beta - first) / beta;
        foreach (ref var element in x) element /= first - beta;
        x[0] = 1;
        return beta;
    }
}
