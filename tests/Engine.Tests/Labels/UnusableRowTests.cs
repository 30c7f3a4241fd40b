using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Labels;

/// <summary>Rows that are zero or not finite go by label often enough: permutations that dealt them to all labels alike would show less than chance among the others.</summary>
public sealed class UnusableRowTests
{
    private const int Rows = 600;

    // Row i is i everywhere, but those from 200 on are 0 and have the label 0; the others alternate.
    private static readonly RowLabels Labels = Given.Labels("y", [.. Enumerable.Range(0, Rows).Select(row => row < 200 ? row % 2L : 0)]);

    private static readonly ActivationSet Set = new() { Name = "s", Activations = new WithZeros(), Labels = [Labels] };

    [Theory]
    [InlineData(RowAccess.Stream)]
    [InlineData(RowAccess.AllRows)]
    public void PermutationsLeaveOutWhatEstimatorsLeaveOut(RowAccess access)
    {
        var log = new Quiet();
        var estimator = new RecordingEstimator(new InputRequirements { Access = access, LeavesOutZeroRows = true }, mergeable: false);
        Given.Run(Set, estimator, Given.Settings(nulls: 2) with { Log = log });
        Assert.Equal(["memory: 400 rows are zero or not finite, so labels are permuted again among the others alone, in 1 more reading of the rows"], log.Said);
        var again = estimator.ByEstimation[^1];
        for (var set = 0; set < 2; set++)
        {
            var labels = again.SelectMany(block => block.Labels[set]).ToArray();
            var rows = again.SelectMany(block => block.Rows).ToArray();
            Assert.Equal(100, labels.Where((label, place) => rows[place] < 200 && label == 1).Count());
            Assert.All(rows.Index().Where(one => one.Item >= 200), one => Assert.Equal(0, labels[one.Index]));
        }
    }

    [Fact]
    public void TheNullIsThatOfTheSecondReading()
    {
        // The mean over the rows of label 1 is about 100 under permutation among the usable rows; with the zeros it would be about 33.
        var row = Given.Run(Set, new MeanEstimator(leavesOutZeroRows: true), Given.Settings(nulls: 20)).Rows.Single(one => one is { LabelSet: "y", Quantity: "mutual-information" });
        Assert.Equal(2, row.Labels);
        Assert.InRange(row.NullMean!.Value, 90, 110);
        var with = Given.Run(Set, new MeanEstimator(), Given.Settings(nulls: 20)).Rows.Single(one => one is { LabelSet: "y", Quantity: "mutual-information" });
        Assert.InRange(with.NullMean!.Value, 25, 42);
    }

    [Fact]
    public void ZeroRowsTakePartWhereNoEstimatorLeavesThemOut()
    {
        var log = new Quiet();
        Given.Run(Set, new RecordingEstimator(new InputRequirements(), mergeable: false), Given.Settings(nulls: 2) with { Log = log });
        Assert.Empty(log.Said);
    }

    [Fact]
    public void WithoutLabelsOnThemTheRowsAreReadOnce()
    {
        var log = new Quiet();
        var unlabelled = Given.Labels("y", [.. Enumerable.Range(0, Rows).Select(row => row < 200 ? row % 2L : -1)]);
        Given.Run(Set with { Labels = [unlabelled] }, new MeanEstimator(leavesOutZeroRows: true), Given.Settings(nulls: 2) with { Log = log });
        Assert.Empty(log.Said);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(37)]
    public void EveryPlaceOfARowIsLookedAt(int place)
    {
        var zeros = new double[38];
        Assert.False(RowWatch.IsUsable<double>(zeros, false));
        Assert.False(RowWatch.IsUsable<double>(With(zeros, -0.0), false));
        Assert.True(RowWatch.IsUsable<double>(zeros, true));
        Assert.True(RowWatch.IsUsable<double>(With(zeros, 5e-324), false));
        Assert.True(RowWatch.IsUsable<double>(With(zeros, double.MaxValue), false));
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.False(RowWatch.IsUsable<double>(With(zeros, bad), true));
            Assert.False(RowWatch.IsUsable<float>(Array.ConvertAll(With(Enumerable.Repeat(1.0, 38).ToArray(), bad), value => (float)value), true));
        }

        double[] With(double[] row, double value) => [.. row.Select((own, index) => index == place ? value : own)];
    }

    private sealed class WithZeros : IActivationSource
    {
        private readonly MemoryActivations rows = new(UnusableRowTests.Rows, 1);

        public string Name => rows.Name;

        public long Rows => rows.Rows;

        public int Features => 1;

        public Precision NativePrecision => Precision.Double;

        public void Read(long firstRow, Span<float> target) => throw new NotSupportedException();

        public void Read(long firstRow, Span<double> target)
        {
            rows.Read(firstRow, target);
            for (var i = 0; i < target.Length; i++)
            {
                // Row 0 has the value 0 already, which is a row of zeros too; it is moved.
                if (firstRow + i == 0) target[i] = 0.5;
                if (firstRow + i >= 200) target[i] = 0;
            }
        }
    }
}
