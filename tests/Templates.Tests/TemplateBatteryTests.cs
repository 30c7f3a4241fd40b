using Infoscope.Conformance;
using TemplateSpace;

namespace Infoscope.Templates.Tests;

/// <summary>The estimator of the templates under more than its own tests ask for.</summary>
public sealed class TemplateBatteryTests
{
    private static readonly Subject Estimator = Subject.Of(new TemplateClassEstimator());

    [Fact]
    public void ItKeepsAllThatItClaimsAndBreaksAllThatItDisclaims()
    {
        // The template's own test takes the seed 1, and measures memory, which goes by itself.
        var laws = Enum.GetValues<Law>().Except([Law.MemoryReleased]).ToArray();
        var report = Verification.Run(Estimator, new VerificationSettings { Seed = 2, Threads = 2, Laws = laws }, CancellationToken.None);
        Assert.True(report.Holds, report.ToString());
        Assert.Equal(laws, report.Laws.Select(law => law.Law));
        Assert.DoesNotContain(report.Laws, law => law.Outcome == Outcome.NeverFalsified);
    }

    [Fact]
    public void TheUnitIsTheOneThatIsChosen()
    {
        double[][] rows = [[1, -1], [1, 1], [1, -1], [1, 1]];
        Assert.Equal(0, InformationOf(Estimator.Run(rows, [0, 1, 0, 1])));
        Assert.Equal(Information.OfUniform(2).Nats, InformationOf(Choosing("1").Run(rows, [0, 1, 0, 1])), 1e-12);
    }

    [Fact]
    public void AUnitThatIsNotThereIsRefusedInASentence()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Choosing("2").Run([[1, 2]], [0]));
        Assert.Equal("template-id refuses: template-id.unit is 2; the activations have 2 features, so allowed is 0 to 1.", refusal.Message);
    }

    [Fact]
    public void DroppedRowsAreCountedForAllAndForThoseWithALabel()
    {
        var estimates = Estimator.Run([[1], [double.NaN], [double.PositiveInfinity], [-1]], [0, 0, -1, 1]);
        Assert.Equal([("", 2L, 2L), ("y", 2, 1), ("y", 2, 1)], estimates.Estimates.Select(estimate => (estimate.LabelSet, estimate.RowsUsed, estimate.RowsDropped)));
        Assert.Equal(["2 rows with a NaN or an infinity were left out"], estimates.Notes);
    }

    private static Subject Choosing(string unit) => Estimator with { Options = new Dictionary<string, string> { ["unit"] = unit } };

    private static double InformationOf(EstimateSet set) => set.Estimates.Single(estimate => estimate.Quantity == Quantities.MutualInformation).Value.Number;
}
