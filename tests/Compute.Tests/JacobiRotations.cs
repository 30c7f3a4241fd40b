namespace Infoscope.Compute.Tests;

/// <summary>Eigenvalues by cyclic Jacobi rotations: slow, plain, and another method than the one under test.</summary>
internal static class JacobiRotations
{
    public static double[] Eigenvalues(Dense symmetric)
    {
        var a = symmetric with { Elements = [.. symmetric.Elements] };
        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var p = 0; p < a.Rows; p++)
            {
                for (var q = p + 1; q < a.Rows; q++) Rotate(a, p, q);
            }
        }

        return [.. Enumerable.Range(0, a.Rows).Select(k => a[k, k]).Order()];
    }

    private static void Rotate(Dense a, int p, int q)
    {
        if (a[p, q] == 0) return;
        var angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]);
        var (sine, cosine) = Math.SinCos(angle);
        for (var k = 0; k < a.Rows; k++) (a[k, p], a[k, q]) = ((cosine * a[k, p]) - (sine * a[k, q]), (sine * a[k, p]) + (cosine * a[k, q]));
        for (var k = 0; k < a.Rows; k++) (a[p, k], a[q, k]) = ((cosine * a[p, k]) - (sine * a[q, k]), (sine * a[p, k]) + (cosine * a[q, k]));
        (a[p, q], a[q, p]) = (0, 0);
    }
}
