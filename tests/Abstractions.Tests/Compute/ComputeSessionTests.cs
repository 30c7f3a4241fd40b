using Infoscope.Compute;

namespace Infoscope.Tests.Compute;

public sealed class ComputeSessionTests : IDisposable
{
    private readonly FakeSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void WhatFitsReachesTheProvider()
    {
        using var a = session.New(2, 3);
        using var b = session.New(3, 4);
        using var square = session.New(3, 3);
        using var target = session.New(2, 4);
        session.Calls.Clear();
        session.Download(a, new float[6]);
        session.Download(a, new double[6]);
        using var product = session.Multiply(a, b, false, false);
        using var gram = session.Multiply(a, a, true, false);
        session.MultiplyAdd(a, b, false, false, target);
        session.SoftmaxRows(a, -2);
        using var sums = session.SegmentSum(a, [-1, 4], 5);
        using var kernel = session.GaussianKernel(a, a, 1e-300);
        session.ScaleRows(a, [1, 2]);
        session.ScaleColumns(a, [1, 2, 3]);
        session.AddDiagonal(square, -1);
        using var solved = session.SolveSpd(square, b);
        Assert.Equal(["download", "download", "multiply", "multiply", "multiply-add", "softmax", "segment-sum", "kernel", "scale-rows", "scale-columns", "add-diagonal", "solve"], session.Calls);
        Assert.Equal((2, 4), (product.Rows, product.Columns));
        Assert.Equal((3, 3), (gram.Rows, gram.Columns));
    }

    public static TheoryData<string> Misfits => [.. Refused.Keys];

    private static Dictionary<string, Action<FakeSession, Matrix>> Refused { get; } = new()
    {
        ["upload of too few floats"] = (session, _) => session.Upload(new float[5], 2, 3),
        ["upload of too many doubles"] = (session, _) => session.Upload(new double[7], 2, 3),
        ["upload of a negative shape"] = (session, _) => session.Upload(new double[6], -2, -3),
        ["upload whose shape wraps around"] = (session, _) => session.Upload(ReadOnlySpan<double>.Empty, 1 << 16, 1 << 16),
        ["download into too few floats"] = (session, a) => session.Download(a, new float[5]),
        ["download into too many doubles"] = (session, a) => session.Download(a, new double[7]),
        ["product with other inner lengths"] = (session, a) => session.Multiply(a, a, false, false),
        ["product with other inner lengths, transposed"] = (session, a) => session.Multiply(a, a, true, true),
        ["product added to another shape"] = (session, a) => session.MultiplyAdd(a, a, true, false, session.New(2, 2)),
        ["product added to its factor"] = (session, _) =>
        {
            var square = session.New(3, 3);
            session.MultiplyAdd(square, session.New(3, 3), false, false, square);
        },
        ["softmax of no number"] = (session, a) => session.SoftmaxRows(a, double.NaN),
        ["segment sum with too few segments"] = (session, a) => session.SegmentSum(a, [0], 1),
        ["segment sum below -1"] = (session, a) => session.SegmentSum(a, [0, -2], 1),
        ["segment sum beyond the last"] = (session, a) => session.SegmentSum(a, [0, 1], 1),
        ["segment sum with fewer than none"] = (session, a) => session.SegmentSum(a, [0, 0], -1),
        ["segment sum into other columns"] = (session, a) => session.SegmentSumAdd(a, [0, 0], session.New(2, 4)),
        ["segment sum into itself"] = (session, a) => session.SegmentSumAdd(a, [0, 0], a),
        ["distances of other columns"] = (session, a) => session.SquaredDistances(a, session.New(2, 4)),
        ["kernel of other columns"] = (session, a) => session.GaussianKernel(a, session.New(2, 4), 1),
        ["kernel of bandwidth 0"] = (session, a) => session.GaussianKernel(a, a, 0),
        ["kernel of a negative bandwidth"] = (session, a) => session.GaussianKernel(a, a, -1),
        ["kernel of an infinite bandwidth"] = (session, a) => session.GaussianKernel(a, a, double.PositiveInfinity),
        ["too few row factors"] = (session, a) => session.ScaleRows(a, [1]),
        ["too many column factors"] = (session, a) => session.ScaleColumns(a, [1, 2, 3, 4]),
        ["diagonal of what is not square"] = (session, a) => session.AddDiagonal(a, 1),
        ["diagonal plus no number"] = (session, _) => session.AddDiagonal(session.New(2, 2), double.NaN),
        ["eigenvalues of what is not square"] = (session, a) => session.SymmetricEigenvalues(a),
        ["Cholesky factor of what is not square"] = (session, a) => session.Cholesky(a),
        ["determinant of what is not square"] = (session, a) => session.LogDeterminantSpd(a),
        ["solution of what is not square"] = (session, a) => session.SolveSpd(a, a),
        ["solution for another number of rows"] = (session, a) => session.SolveSpd(session.New(3, 3), a),
        ["no matrix"] = (session, _) => session.RowSums(null!),
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void WhatDoesNotFitNeverReachesTheProvider(string misfit)
    {
        var a = session.New(2, 3);
        Assert.ThrowsAny<ArgumentException>(() => Refused[misfit](session, a));
        Assert.All(session.Calls, call => Assert.Equal("upload", call));
        // What an action uploads for itself fits; nothing else may have been uploaded.
        Assert.Equal(session.Calls.Count, session.LiveMatrices);
    }

    [Fact]
    public void AMatrixOfAnotherSessionIsRefused()
    {
        using var other = new FakeSession();
        var foreign = other.New(2, 2);
        var own = session.New(2, 2);
        Assert.Throws<ArgumentException>(() => session.NormalizeRows(foreign));
        Assert.Throws<ArgumentException>(() => session.Multiply(own, foreign, false, false));
        Assert.Throws<ArgumentException>(() => session.MultiplyAdd(own, own, false, false, foreign));
    }

    [Fact]
    public void ADisposedMatrixIsRefused()
    {
        var matrix = session.New(2, 2);
        matrix.Dispose();
        matrix.Dispose();
        Assert.Equal(1, matrix.Freed);
        Assert.True(matrix.IsDisposed);
        Assert.Equal(0, session.LiveMatrices);
        Assert.Throws<ObjectDisposedException>(() => session.RowSums(matrix));
    }

    [Fact]
    public void DisposingTheSessionFreesWhatIsLeft()
    {
        var left = session.New(2, 2);
        session.Dispose();
        session.Dispose();
        Assert.Equal(1, left.Freed);
        Assert.Single(session.Calls, "dispose");
        Assert.Throws<ObjectDisposedException>(() => session.New(1, 1));
        Assert.Throws<ObjectDisposedException>(() => session.RowSums(left));
    }

    [Fact]
    public void ADeviceWithoutEigenvectorsIsRefusedAsAnOption()
    {
        using var matrix = session.New(2, 2);
        var refusal = Assert.Throws<OptionException>(() => session.SymmetricEigenSystem(matrix, out _));
        Assert.Equal("the device fake gives no eigenvectors, and the estimator needs them; use --device cpu.", refusal.Message);
    }

    [Fact]
    public void ASecondThreadIsRefused()
    {
        using var first = session.New(1, 1);
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => session.RowSums(first)));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(failure);
    }
}
