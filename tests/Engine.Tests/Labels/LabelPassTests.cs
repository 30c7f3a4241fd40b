using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Labels;

public sealed class LabelPassTests
{
    private static readonly IReadOnlyList<LabelSetInfo> Real = [new LabelSetInfo { Name = "a", Count = 2 }, new LabelSetInfo { Name = "b", Count = 3 }];
    private static readonly IReadOnlyList<LabelSetInfo> Nulls = [.. Real.SelectMany(real => Enumerable.Range(0, 4).Select(index => new LabelSetInfo { Name = $"{real.Name}~{index}", Count = real.Count, NullOf = real.Name, NullIndex = index }))];

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(100, 3)]
    [InlineData(1, 8)]
    public void EveryPermutedLabelSetIsInOnePassAndTheRealOnesInTheFirst(long most, int passes)
    {
        // Those of a take 20 bytes and those of b 50: 20 + 20 + 20 + 20, 50 + 50, 50 + 50 within 100.
        var planned = LabelPass.Plan(true, Real, Nulls, info => info.NullOf == "a" ? 20 : 50, most);
        Assert.Equal(passes, planned.Count);
        Assert.Equal(Nulls, planned.SelectMany(pass => pass.Nulls));
        Assert.Equal(["a", "b"], planned[0].All.Take(2).Select(info => info.Name));
        Assert.All(planned.Skip(1), pass => Assert.All(pass.All, info => Assert.True(info.IsNull)));
    }

    [Fact]
    public void WithoutPermutationsThereIsOnePass() => Assert.Equal(Real, Assert.Single(LabelPass.Plan(true, Real, [], _ => 1, 1)).All);

    [Theory]
    [InlineData(RowAccess.Stream)]
    [InlineData(RowAccess.AllRows)]
    [InlineData(RowAccess.WholeSequences)]
    public void FurtherPassesChangeNoBit(RowAccess access)
    {
        static IEnumerable<object?> Numbers(ComparisonResult result) => result.Rows.Select(row => (object?)(row.Quantity, row.LabelSet, row.Value, row.StandardError, row.NullMean, row.NullSd, row.NullP));
        var labels = Given.Labels("y", [.. Enumerable.Range(0, 3000).Select(row => (long)(row * row % 11))]);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(3000, 2), Labels = [labels], Sequences = SequenceLayout.Rectangular(100, 30) };
        var settings = Given.Settings(nulls: 5);
        var reads = new List<long>();
        var counted = set with { Activations = new MemoryActivations(3000, 2) { BeforeRead = reads.Add } };
        var log = new Quiet();
        var inPasses = Given.Run(counted, new MeanEstimator(access: access), settings with { MemoryBytes = 1, Log = log });
        Assert.Equal(Numbers(Given.Run(set, new MeanEstimator(access: access), settings)), Numbers(inPasses));
        Assert.Equal(5, reads.Count(first => first == 0));
        Assert.Contains(log.Said, message => message.StartsWith("memory: the permuted label sets take about ", StringComparison.Ordinal) && message.EndsWith("and --memory is 1 bytes, so the rows are read 5 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    public void TheBytesOfALabelMayGrowWithTheFeatures(int features, int passes)
    {
        // 5 labels, once to hold and once to complete: 10,000 bytes for each feature and permutation, and four of one feature are allowed.
        var estimator = new RecordingEstimator(new InputRequirements { BytesPerLabel = 0, BytesPerLabelAndFeature = 1000 }, mergeable: false);
        var reads = new List<long>();
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(100, features) { BeforeRead = reads.Add }, Labels = [Given.Labels("y", [.. Enumerable.Range(0, 100).Select(row => row % 5L)])] };
        Given.Run(set, estimator, Given.Settings(nulls: 4) with { MemoryBytes = 40_000 });
        Assert.Equal(passes, reads.Count(first => first == 0));
    }
}
