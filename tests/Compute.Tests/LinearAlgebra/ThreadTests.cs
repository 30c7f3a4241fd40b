namespace Infoscope.Compute.Tests;

/// <summary>Large enough that every way of the linear algebra is taken, and on several threads.</summary>
public sealed class ThreadTests
{
    private const int Size = 1030;

    private static readonly Dense Kernel = Dense.Of(Size, Size, (row, column) => Math.Exp(-Math.Abs(row - column) / 40.0) + (row == column ? 0.5 : 0));

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        var alone = Results(1);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            foreach (var (one, several) in alone.Zip(Results(threads)))
                Assert.Equal(one.Select(BitConverter.DoubleToInt64Bits), several.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void ACancelledSessionEndsEveryOperation()
    {
        foreach (var threads in new[] { 1, 2 })
        {
            using var session = Open(threads);
            using var matrix = session.Upload(Kernel.Elements, Size, Size);
            using var right = session.Upload(Kernel.Elements.AsSpan(0, Size), Size, 1);
            session.Cancellation = new CancellationToken(canceled: true);
            foreach (var operation in new Action[]
            {
                () => session.SymmetricEigenvalues(matrix), () => session.SymmetricEigenSystem(matrix, out _), () => session.Cholesky(matrix),
                () => session.LogDeterminantSpd(matrix), () => session.SolveSpd(matrix, right),
            })
                Assert.ThrowsAny<OperationCanceledException>(operation);
            Assert.Equal(2, session.LiveMatrices);
        }
    }

    private static double[][] Results(int threads)
    {
        using var session = Open(threads);
        using var matrix = session.Upload(Kernel.Elements, Size, Size);
        using var right = session.Upload(Kernel.Elements.AsSpan(0, Size * 70), Size, 70);
        using var factor = session.Cholesky(matrix);
        using var solution = session.SolveSpd(matrix, right);
        using var some = session.Upload(Dense.Of(330, 330, (row, column) => Kernel[row, column]).Elements, 330, 330);
        var values = session.SymmetricEigenSystem(some, out var vectors);
        return [values, Download(session, vectors), session.SymmetricEigenvalues(matrix), [session.LogDeterminantSpd(matrix)], Download(session, factor), Download(session, solution)];
    }

    private static double[] Download(ComputeSession session, Matrix matrix)
    {
        var numbers = new double[matrix.Rows * matrix.Columns];
        session.Download(matrix, numbers.AsSpan());
        return numbers;
    }

    private static ComputeSession Open(int threads)
    {
        var provider = new CpuComputeProvider();
        var session = provider.Open(provider.Probe()[0], Precision.Double);
        session.Threads = threads;
        return session;
    }
}
