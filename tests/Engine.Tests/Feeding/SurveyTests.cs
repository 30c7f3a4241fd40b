using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Tests.Feeding;

public sealed class SurveyTests
{
    [Fact]
    public void ItCountsMeansExtremesNormsAndSamples()
    {
        var rows = new double[,] { { 3, 4 }, { 0, 0 }, { double.NaN, 1 }, { -6, 8 }, { 1, double.PositiveInfinity }, { 1e200, 0 } };
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows) }, 6, 1, 2, CancellationToken.None);
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
            Assert.Equal([shift], Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows) }, values.Length, 1, 2, CancellationToken.None).Mean);
        }
    }

    [Fact]
    public void AMeanWhoseSumOverflowsIsThatOfTheRowsAsItGrew()
    {
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(new double[,] { { 1.5e308, 1 }, { 1.5e308, 2 }, { double.NaN, 5 }, { 1e308, 6 } }) }, 4, 1, 2, CancellationToken.None);
        Assert.Equal([(1.5e308 - (1.5e308 / 3)) + (1e308 / 3), 3.0], survey.Mean);
    }

    // Widths on both sides of any vector, and of four rows that are summed together.
    [Property(MaxTest = 60)]
    public Property EveryNumberOfFeaturesGivesWhatOneNumberAfterAnotherGives() => Prop.ForAll(
        (from rows in Gen.Choose(1, 11)
         from features in Gen.Choose(1, 37)
         from seed in Gen.Choose(0, 1000)
         select (rows, features, seed)).ToArbitrary(),
        given =>
        {
            var random = new RandomStream((ulong)given.seed, "rows");
            var values = new double[given.rows, given.features];
            for (var i = 0; i < given.rows; i++)
            {
                for (var j = 0; j < given.features; j++) values[i, j] = i % 4 == 3 ? 0 : Math.ScaleB(random.NextNormal(), (int)random.NextBelow(40) - 20);
            }

            var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(values) }, given.rows, 1, 2, CancellationToken.None);
            var rows = Enumerable.Range(0, given.rows).Select(i => Enumerable.Range(0, given.features).Select(j => values[i, j]).ToArray()).ToArray();
            var norms = rows.Select(Norm).ToArray();
            Assert.Equal([.. Enumerable.Range(0, given.features).Select(j => rows.Min(row => row[j]))], survey.Minimum);
            Assert.Equal([.. Enumerable.Range(0, given.features).Select(j => rows.Max(row => row[j]))], survey.Maximum);
            Assert.Equal([.. Enumerable.Range(0, given.features).Select(j => Mean(rows.Select(row => row[j])))], survey.Mean);
            Assert.Equal((norms.Min(), norms.Max()), (survey.SmallestNorm, survey.LargestNorm));
            Assert.Equal(rows.Count(row => row.All(value => value == 0)), survey.ZeroRows);
        });

    [Fact]
    public void OnlyUsedRowsCount()
    {
        var rows = new double[,] { { 1 }, { 2 }, { 3 } };
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = new ArraySource(rows), Selected = [true, false, true] }, 2, 1, 2, CancellationToken.None);
        Assert.Equal(2, survey.Rows);
        Assert.Equal([2.0], survey.Mean);
    }

    [Fact]
    public void TheReservoirIsUniformOverRows()
    {
        // 1,000 of 4,000 rows: the mean row has a standard deviation of 4000/sqrt(12 * 1000) * sqrt(3/4) = 31.6; 4.5 of them are allowed.
        var source = new Doubles.MemoryActivations(4000, 1);
        var survey = Survey.Of(new ActivationSet { Name = "s", Activations = source }, 4000, 5, 2, CancellationToken.None);
        Assert.Equal(1000, survey.ReservoirRows.Count);
        Assert.InRange(survey.ReservoirRows.Average(), 1999.5 - (4.5 * 31.6), 1999.5 + (4.5 * 31.6));
    }

    private static double Norm(double[] row)
    {
        var largest = row.Max(Math.Abs);
        if (largest == 0) return 0;
        var squares = 0.0;
        foreach (var value in row) squares += value / largest * (value / largest);
        return largest * Math.Sqrt(squares);
    }

    // Neumaier's sum.
    private static double Mean(IEnumerable<double> values)
    {
        var (sum, lost, count) = (0.0, 0.0, 0);
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            (sum, count) = (next, count + 1);
        }

        return (sum + lost) / count;
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
