using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Tests.Feeding;

public sealed class SurveyTests
{
    [Fact]
    public void ItCountsMeansExtremesNormsAndSamples()
    {
        var rows = new double[,] { { 3, 4 }, { 0, 0 }, { double.NaN, 1 }, { -6, 8 }, { 1, double.PositiveInfinity }, { 1e200, 0 } };
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows) }, 6, 1, CancellationToken.None);
        Assert.Equal(6, survey.Rows);
        Assert.Equal(2, survey.NonFiniteRows);
        Assert.Equal(1, survey.ZeroRows);
        Assert.Equal([1e200 / 4, 3.0], survey.Mean);
        Assert.Equal([-6.0, 0], survey.Minimum);
        Assert.Equal([1e200, 8.0], survey.Maximum);
        Assert.Equal(0, survey.SmallestNorm);
        Assert.Equal(1e200, survey.LargestNorm);
        Assert.Equal([0L, 1, 3, 5], survey.ReservoirRows);
        Assert.Equal([3.0, 4, 0, 0, -6, 8, 1e200, 0], survey.Reservoir.ToArray());
    }

    [Fact]
    public void AMeanThatCanBeIsExact()
    {
        // 13 sixteenths that add up to 13 times the shift: a mean that grows row by row misses it.
        double[] values = [0, 1.5, 0.75, -1.5, 0.75, 0, 0, 0, -1.5, 0, 1.5, 0, -1.5];
        foreach (var shift in new[] { 0, 0.1875, 1024 })
        {
            var rows = new double[values.Length, 1];
            for (var i = 0; i < values.Length; i++) rows[i, 0] = values[i] + shift;
            Assert.Equal([shift], Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows) }, values.Length, 1, CancellationToken.None).Mean);
        }
    }

    [Fact]
    public void OnlyUsedRowsCount()
    {
        var rows = new double[,] { { 1 }, { 2 }, { 3 } };
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows), Selected = [true, false, true] }, 2, 1, CancellationToken.None);
        Assert.Equal(2, survey.Rows);
        Assert.Equal([2.0], survey.Mean);
    }

    [Fact]
    public void TheReservoirIsUniformOverRows()
    {
        // 1,000 of 4,000 rows: the mean row has a standard deviation of 4000/sqrt(12 * 1000) * sqrt(3/4) = 31.6; 4.5 of them are allowed.
        var source = new Doubles.MemoryActivations(4000, 1);
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = source }, 4000, 5, CancellationToken.None);
        Assert.Equal(1000, survey.ReservoirRows.Count);
        Assert.InRange(survey.ReservoirRows.Average(), 1999.5 - (4.5 * 31.6), 1999.5 + (4.5 * 31.6));
    }

    private sealed class ArraySource(double[,] values) : IActivationSource
    {
        public string Name => "array";

        public long Rows => values.GetLength(0);

        public int Features => values.GetLength(1);

        public Precision NativePrecision => Precision.Double;

        public void Read(long firstRow, Span<float> rows) => throw new NotSupportedException();

        public void Read(long firstRow, Span<double> rows)
        {
            for (var i = 0; i < rows.Length; i++) rows[i] = values[firstRow + (i / Features), i % Features];
        }
    }
}
