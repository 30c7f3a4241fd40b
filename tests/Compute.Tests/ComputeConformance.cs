namespace Infoscope.Compute.Tests;

/// <summary>What every compute provider must do; a subclass names the provider.</summary>
/// <remarks>Results are compared with their definitions in double. Inputs are exact in single, so only the stored result is rounded to the precision.</remarks>
public abstract partial class ComputeConformance
{
    /// <summary>The relative error of one rounding to double.</summary>
    protected const double DoubleUnit = 1.0 / (1L << 53);

    /// <summary>The relative error of one rounding to single.</summary>
    protected const double SingleUnit = 1.0 / (1L << 24);

    public static TheoryData<Precision> Precisions => [Precision.Single, Precision.Double];

    protected abstract IComputeProvider Provider { get; }

    protected static double Unit(Precision precision) => precision == Precision.Single ? SingleUnit : DoubleUnit;

    protected static Matrix Upload(ComputeSession session, Dense dense) => session.Upload(dense.Elements, dense.Rows, dense.Columns);

    protected static Dense Download(ComputeSession session, Matrix matrix)
    {
        var dense = new Dense(matrix.Rows, matrix.Columns);
        session.Download(matrix, dense.Elements.AsSpan());
        return dense;
    }

    /// <summary>Runs an operation that makes a matrix in a session of its own, and checks that nothing else is left alive.</summary>
    protected Dense Run(Precision precision, Func<ComputeSession, Matrix[], Matrix> operation, params Dense[] operands)
    {
        using var session = Open(precision);
        var matrices = operands.Select(operand => Upload(session, operand)).ToArray();
        var result = operation(session, matrices);
        var dense = Download(session, result);
        if (!matrices.Contains(result)) result.Dispose();
        foreach (var matrix in matrices) matrix.Dispose();
        Assert.Equal(0, session.LiveMatrices);
        return dense;
    }

    /// <summary>Runs an operation that changes its operand in place.</summary>
    protected Dense RunInPlace(Precision precision, Action<ComputeSession, Matrix> operation, Dense operand) =>
        Run(precision, (session, matrices) =>
        {
            operation(session, matrices[0]);
            return matrices[0];
        }, operand);

    protected ComputeSession Open(Precision precision) => Provider.Open(Provider.Probe()[0], precision);

    protected static void AssertClose(Dense expected, Dense actual, Func<int, int, double> tolerance)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        for (var row = 0; row < expected.Rows; row++)
        {
            for (var column = 0; column < expected.Columns; column++)
            {
                var error = Math.Abs(expected[row, column] - actual[row, column]);
                if (!(error <= tolerance(row, column)))
                    Assert.Fail($"element ({row}, {column}) is {actual[row, column]}; expected {expected[row, column]} within {tolerance(row, column)}.");
            }
        }
    }

    protected static void AssertSameBits(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
}
