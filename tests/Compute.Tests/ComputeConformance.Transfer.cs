namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [MemberData(nameof(Precisions))]
    public void SinglesComeBackUnchanged(Precision precision)
    {
        float[] numbers = [0, -0f, 1, float.Epsilon, float.MaxValue, -float.MaxValue, float.PositiveInfinity, float.NaN];
        using var session = Open(precision);
        using var matrix = session.Upload(numbers, 2, 4);
        var back = new float[8];
        session.Download(matrix, back.AsSpan());
        Assert.Equal(numbers.Select(BitConverter.SingleToInt32Bits), back.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void DoublesAreRoundedToThePrecision(Precision precision)
    {
        double[] numbers = [Math.PI, 1e-300, 1e300, double.Epsilon, -0.0, 1 + DoubleUnit * 2];
        var expected = precision == Precision.Double ? numbers : [.. numbers.Select(number => (double)(float)number)];
        using var session = Open(precision);
        using var matrix = session.Upload(numbers, 3, 2);
        AssertSameBits(expected, Download(session, matrix).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ADoubleSessionDownloadsSinglesAndTheOtherWayRound(Precision precision)
    {
        using var session = Open(precision);
        using var matrix = session.Upload([1.5, -2.25, 3], 1, 3);
        var singles = new float[3];
        session.Download(matrix, singles.AsSpan());
        Assert.Equal([1.5f, -2.25f, 3f], singles);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AnUploadIsACopy(Precision precision)
    {
        float[] numbers = [1, 2];
        using var session = Open(precision);
        using var matrix = session.Upload(numbers, 1, 2);
        numbers[0] = 7;
        Assert.Equal([1.0, 2.0], Download(session, matrix).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AnAccumulatorStartsAtZeroAndHoldsDoubles(Precision precision)
    {
        using var session = Open(precision);
        using var sum = session.Accumulator(1, 2);
        Assert.Equal([0.0, 0.0], Download(session, sum).Elements);
        using var one = session.Upload([1.0, 1.0], 1, 2);
        using var small = session.Upload([Math.ScaleB(1, -40), 0.0], 1, 2);
        session.SegmentSumAdd(one, [0], sum);
        session.SegmentSumAdd(small, [0], sum);
        AssertSameBits([1 + Math.ScaleB(1, -40), 1], Download(session, sum).Elements);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void MatricesWithoutElementsAreAllowed(int rows, int columns)
    {
        using var session = Open(Precision.Single);
        using var matrix = session.Upload(Array.Empty<float>(), rows, columns);
        Assert.Equal((rows, columns), (matrix.Rows, matrix.Columns));
        session.Download(matrix, Span<float>.Empty);
    }
}
