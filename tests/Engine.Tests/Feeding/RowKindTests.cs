using Infoscope.Engine.Inputs;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Feeding;

public sealed class RowKindTests
{
    private const int Rows = 100;

    [Fact]
    public void AKindThatIsNoneIsAFault()
    {
        var problem = Assert.Single(new Comparison(Set, [Entry((RowKind)7)], Given.Settings()).Check());
        Assert.Equal((true, "Requires gave a number that names no way of access, kind of rows, precision or need"), (problem.IsFailure, problem.Sentence));
    }

    [Theory]
    [InlineData(RowKind.Any, 2)]
    [InlineData(RowKind.NonNegative, 2)]
    [InlineData(RowKind.Distribution, 1)]
    public void DistributionsAreNotDoubledToSeeWhatBecomesOfTheValue(RowKind kind, int times)
    {
        var entry = Entry(kind);
        new Comparison(Set, [entry with { MayDependOnScale = true }], Given.Settings()).Run(null, CancellationToken.None);
        Assert.Equal(times * Rows, ((RecordingEstimator)entry.Estimator).Blocks.Sum(block => block.Rows.Length));
    }

    private static ActivationSet Set => new() { Name = "s", Activations = new MemoryActivations(Rows, 2) };

    private static EstimatorEntry Entry(RowKind kind) => Given.Entry(new RecordingEstimator(new InputRequirements { RowKind = kind }, mergeable: true));
}
