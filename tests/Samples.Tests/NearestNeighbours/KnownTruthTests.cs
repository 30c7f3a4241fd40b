using Infoscope.Conformance.Truths;
using Infoscope.Samples.Tests.Running;

namespace Infoscope.Samples.Tests.NearestNeighbours;

/// <summary>Means over data sets beside truths that are known, at 1,000 rows.</summary>
public sealed class KnownTruthTests
{
    private const int Rows = 1000;
    private const int DataSets = 12;

    // Of the mean of 12 data sets, beside a bias that was measured at up to 0.01 nats in few dimensions.
    private const double StandardErrors = 4;
    private const double Bias = 0.01;

    public static TheoryData<string> Tasks => [.. KnownTasks().Select(task => task.Id)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TheMeanIsTheTruth(string id)
    {
        var task = KnownTasks().Single(task => task.Id == id);
        var (mean, standardError) = MeanOf(task, sample => sample.Labels);
        Assert.InRange(mean - task.Truth.Value.Nats, -Bias - (StandardErrors * standardError), Bias + (StandardErrors * standardError));
        Assert.True(standardError < 0.02, $"a standard error of {standardError} says nothing");
    }

    [Fact]
    public void PermutedLabelsHaveNoInformationOnEitherSideOfZero()
    {
        var (mean, standardError) = MeanOf(LabelTasks.TwoGaussians(2), sample => Permuted(sample.Labels));
        Assert.InRange(mean, -StandardErrors * standardError, StandardErrors * standardError);
    }

    [Fact]
    public void NoiseInManyDimensionsHidesAPartOfTheInformation()
    {
        var task = LabelTasks.TwoGaussians(2);
        var (mean, _) = MeanOf(task, sample => sample.Labels, noise: 60);
        Assert.InRange(mean / task.Truth.Value.Nats, 0.4, 0.8);
    }

    private static IEnumerable<KnownTask> KnownTasks() =>
    [
        LabelTasks.TwoGaussians(1), LabelTasks.TwoGaussians(2), LabelTasks.TwoGaussians(4), LabelTasks.TwoGaussians(2, 0.9), LabelTasks.Pam(4, 2), LabelTasks.ScaleOnly(4), LabelTasks.Xor(1.5),
        LabelTasks.DisjointCubes(3, 2), LabelTasks.Independent(3, 2), LabelTasks.RectifiedGaussians(2),
    ];

    private static (double Mean, double StandardError) MeanOf(KnownTask task, Func<TaskSample, int[]> labels, int noise = 0)
    {
        var values = new double[DataSets];
        for (var one = 0; one < DataSets; one++)
        {
            var sample = task.Draw(Rows, (ulong)one);
            var random = new RandomStream((ulong)one, "noise");
            double[][] rows = [.. sample.Rows.Select(row => (double[])[.. row, .. Enumerable.Range(0, noise).Select(_ => random.NextNormal())])];
            values[one] = new SampleRun { Id = "nearest-neighbours", Rows = rows, LabelSets = [new("y", labels(sample))] }.Information().Value.Number;
        }

        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (DataSets - 1.0) / DataSets));
    }

    private static int[] Permuted(int[] labels)
    {
        var order = new KeyedPermutation(1, "labels", labels.Length);
        return [.. labels.Select((_, row) => labels[order[row]])];
    }
}
