namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    /// <summary>Every operation on one square matrix, by name; a second operand is the same one.</summary>
    private static readonly Dictionary<string, Action<ComputeSession, Matrix>> Operations = new()
    {
        ["Download single"] = (session, m) => session.Download(m, new float[4].AsSpan()),
        ["Download double"] = (session, m) => session.Download(m, new double[4].AsSpan()),
        ["Multiply"] = (session, m) => session.Multiply(m, m, false, false),
        ["MultiplyAdd"] = (session, m) => session.MultiplyAdd(m, m, false, false, session.Accumulator(2, 2)),
        ["MultiplyAdd into"] = (session, m) => session.MultiplyAdd(session.Accumulator(2, 2), session.Accumulator(2, 2), false, false, m),
        ["NormalizeRows"] = (session, m) => session.NormalizeRows(m),
        ["SoftmaxRows"] = (session, m) => session.SoftmaxRows(m, 1),
        ["SegmentSum"] = (session, m) => session.SegmentSum(m, [0, 1], 2),
        ["SegmentSumAdd"] = (session, m) => session.SegmentSumAdd(m, [0, 1], session.Accumulator(2, 2)),
        ["SegmentSumAdd into"] = (session, m) => session.SegmentSumAdd(session.Accumulator(2, 2), [0, 1], m),
        ["SquaredDistances"] = (session, m) => session.SquaredDistances(m, m),
        ["GaussianKernel"] = (session, m) => session.GaussianKernel(m, m, 1),
        ["RowSums"] = (session, m) => session.RowSums(m),
        ["ScaleRows"] = (session, m) => session.ScaleRows(m, [1, 2]),
        ["ScaleColumns"] = (session, m) => session.ScaleColumns(m, [1, 2]),
        ["AddDiagonal"] = (session, m) => session.AddDiagonal(m, 1),
        ["SymmetricEigenvalues"] = (session, m) => session.SymmetricEigenvalues(m),
        ["SymmetricEigenSystem"] = (session, m) => session.SymmetricEigenSystem(m, out _),
        ["Cholesky"] = (session, m) => session.Cholesky(m),
        ["LogDeterminantSpd"] = (session, m) => session.LogDeterminantSpd(m),
        ["SolveSpd"] = (session, m) => session.SolveSpd(m, m),
    };

    public static TheoryData<string> OperationNames => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void ADisposedMatrixIsRefused(string operation)
    {
        using var session = Open(Precision.Single);
        var matrix = Square(session);
        matrix.Dispose();
        matrix.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Operations[operation](session, matrix));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void AMatrixOfAnotherSessionIsRefused(string operation)
    {
        using var owner = Open(Precision.Single);
        using var other = Open(Precision.Single);
        using var matrix = Square(owner);
        var exception = Assert.Throws<ArgumentException>(() => Operations[operation](other, matrix));
        Assert.Contains("another session", exception.Message);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void AnotherThreadIsRefused(string operation)
    {
        using var session = Open(Precision.Single);
        using var matrix = Square(session);
        Exception? exception = null;
        var thread = new Thread(() => exception = Record.Exception(() => Operations[operation](session, matrix)));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(exception);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void ADisposedSessionIsRefused(string operation)
    {
        var session = Open(Precision.Single);
        var matrix = Square(session);
        session.Dispose();
        session.Dispose();
        Assert.True(matrix.IsDisposed);
        Assert.Equal(0, session.LiveMatrices);
        Assert.Throws<ObjectDisposedException>(() => Operations[operation](session, matrix));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void EachOperationSucceedsOnceItsMatrixIsAsItShouldBe(string operation)
    {
        using var session = Open(Precision.Single);
        Operations[operation](session, Square(session));
    }

    [Fact]
    public void LiveMatricesAreCountedAndFreedWithTheSession()
    {
        var session = Open(Precision.Double);
        var a = Square(session);
        var b = session.Multiply(a, a, false, false);
        Assert.Equal(2, session.LiveMatrices);
        a.Dispose();
        Assert.Equal(1, session.LiveMatrices);
        session.Dispose();
        Assert.Equal(0, session.LiveMatrices);
        Assert.True(b.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => session.Upload([1f], 1, 1));
        Assert.Throws<ObjectDisposedException>(() => session.Accumulator(1, 1));
    }

    [Fact]
    public void ASessionNamesItsDeviceAndPrecision()
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            Assert.Equal((Provider.Probe()[0].Id, precision), (session.Device.Id, session.Precision));
        }
    }

    /// <summary>4 1; 1 3: positive definite.</summary>
    private static Matrix Square(ComputeSession session) => session.Upload([4.0, 1, 1, 3], 2, 2);
}
