namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    /// <summary>Calls on a matrix of 3 x 2 that do not fit, and what the message says.</summary>
    private static readonly Dictionary<string, (Action<ComputeSession, Matrix> Call, string Message)> Misfits = new()
    {
        ["upload"] = ((session, _) => session.Upload(new float[5], 3, 2), "5 elements"),
        ["upload of doubles"] = ((session, _) => session.Upload(new double[7], 3, 2), "7 elements"),
        ["upload of -1 rows"] = ((session, _) => session.Upload(new double[2], -1, -2), "rows"),
        ["accumulator of -1 rows"] = ((session, _) => session.Accumulator(-1, 2), "rows"),
        ["accumulator of -1 columns"] = ((session, _) => session.Accumulator(1, -2), "columns"),
        ["download"] = ((session, m) => session.Download(m, new float[5].AsSpan()), "5 elements"),
        ["download of doubles"] = ((session, m) => session.Download(m, new double[7].AsSpan()), "7 elements"),
        ["multiply"] = ((session, m) => session.Multiply(m, m, false, false), "3 x 2 by 3 x 2"),
        ["multiply transposed"] = ((session, m) => session.Multiply(m, m, true, true), "2 x 3 by 2 x 3"),
        ["multiply-add into a wrong shape"] = ((session, m) => session.MultiplyAdd(m, m, true, false, session.Accumulator(3, 2)), "must be 2 x 2"),
        ["multiply-add into a factor"] = ((session, m) => session.MultiplyAdd(session.Accumulator(3, 3), m, false, false, m), "also an operand"),
        ["segments of too few rows"] = ((session, m) => session.SegmentSum(m, [0, 1], 2), "2 numbers"),
        ["segment too large"] = ((session, m) => session.SegmentSum(m, [0, 1, 2], 2), "row 2 is in segment 2"),
        ["segment too small"] = ((session, m) => session.SegmentSum(m, [0, -2, 0], 2), "row 1 is in segment -2"),
        ["segments into a wrong shape"] = ((session, m) => session.SegmentSumAdd(m, [0, 0, 0], session.Accumulator(1, 3)), "must be 1 x 2"),
        ["segments into the operand"] = ((session, m) => session.SegmentSumAdd(m, [0, 0, 0], m), "also an operand"),
        ["distances"] = ((session, m) => session.SquaredDistances(m, session.Accumulator(3, 4)), "2 and 4"),
        ["kernel"] = ((session, m) => session.GaussianKernel(m, session.Accumulator(3, 4), 1), "2 and 4"),
        ["kernel of bandwidth 0"] = ((session, m) => session.GaussianKernel(m, m, 0), "bandwidth"),
        ["kernel of negative bandwidth"] = ((session, m) => session.GaussianKernel(m, m, -1), "bandwidth"),
        ["kernel of infinite bandwidth"] = ((session, m) => session.GaussianKernel(m, m, double.PositiveInfinity), "bandwidth"),
        ["softmax scaled by what is no number"] = ((session, m) => session.SoftmaxRows(m, double.NaN), "scale"),
        ["row factors"] = ((session, m) => session.ScaleRows(m, [1, 2]), "one per row needs 3"),
        ["column factors"] = ((session, m) => session.ScaleColumns(m, [1, 2, 3]), "one per column needs 2"),
        ["diagonal"] = ((session, m) => session.AddDiagonal(m, 1), "must be square"),
        ["infinite diagonal"] = ((session, _) => session.AddDiagonal(session.Accumulator(2, 2), double.PositiveInfinity), "value"),
        ["eigenvalues"] = ((session, m) => session.SymmetricEigenvalues(m), "must be square"),
        ["eigenvectors"] = ((session, m) => session.SymmetricEigenSystem(m, out _), "must be square"),
        ["cholesky"] = ((session, m) => session.Cholesky(m), "must be square"),
        ["determinant"] = ((session, m) => session.LogDeterminantSpd(m), "must be square"),
        ["solve"] = ((session, m) => session.SolveSpd(m, m), "must be square"),
        ["solve with too many rows"] = ((session, m) => session.SolveSpd(session.Accumulator(2, 2), m), "must be 2 x 2"),
    };

    public static TheoryData<string> MisfitNames => [.. Misfits.Keys];

    [Theory]
    [MemberData(nameof(MisfitNames))]
    public void WhatDoesNotFitIsRefusedWithTheLengths(string misfit)
    {
        using var session = Open(Precision.Single);
        using var matrix = session.Upload([1f, 2, 3, 4, 5, 6], 3, 2);
        var exception = Assert.ThrowsAny<ArgumentException>(() => Misfits[misfit].Call(session, matrix));
        Assert.Contains(Misfits[misfit].Message, exception.Message);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], Download(session, matrix).Elements);
    }

    [Fact]
    public void AMissingMatrixIsRefused()
    {
        using var session = Open(Precision.Single);
        Assert.Throws<ArgumentNullException>(() => session.NormalizeRows(null!));
        Assert.Throws<ArgumentNullException>(() => session.Multiply(session.Accumulator(1, 1), null!, false, false));
    }
}
