namespace Infoscope.Compute.Tests;

/// <summary>Results of the linear algebra, of sizes that fill no tile and no block.</summary>
internal static class LinearAlgebraResults
{
    public static IEnumerable<(string Name, double[] Numbers)> Of(ComputeSession session)
    {
        var spd = Dense.RandomSpd(107, seed: 3);
        using var matrix = session.Upload(spd.Elements, 107, 107);
        using var right = session.Upload(Dense.Random(107, 45, seed: 4).Elements, 107, 45);
        yield return ("eigenvalues", session.SymmetricEigenvalues(matrix));
        yield return ("eigenvalues over a band", OverBand(session, matrix));
        session.SymmetricEigenSystem(matrix, out var vectors);
        yield return ("eigenvectors", Take(session, vectors));
        yield return ("factor", Take(session, session.Cholesky(matrix)));
        yield return ("solution", Take(session, session.SolveSpd(matrix, right)));
    }

    private static double[] OverBand(ComputeSession session, Matrix matrix)
    {
        using var triangle = LowerTriangle.Read((CpuMatrix)matrix);
        BandReduction.Apply(triangle, session);
        var (diagonal, offDiagonal) = BulgeChase.Of(triangle, CancellationToken.None);
        RootFreeQl.Diagonalize(diagonal, offDiagonal, CancellationToken.None);
        return diagonal;
    }

    private static double[] Take(ComputeSession session, Matrix matrix)
    {
        using (matrix)
        {
            var numbers = new double[matrix.Rows * matrix.Columns];
            session.Download(matrix, numbers.AsSpan());
            return numbers;
        }
    }
}
