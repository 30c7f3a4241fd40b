using Infoscope;
using Infoscope.Conformance;
using Xunit;

// One of the laws measures memory, so no other test runs beside it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TemplateSpace.Tests;

public sealed class TemplateClassEstimatorTests
{
    private static readonly Subject Estimator = Subject.Of(new TemplateClassEstimator());

    [Fact]
    public void ItKeepsWhatItClaims()
    {
        var report = Verification.Run(Estimator, new VerificationSettings { Seed = 1 }, CancellationToken.None);
        Assert.True(report.Holds, report.ToString());
    }

    // A known answer: the place to hold your estimator against what you can work out by hand.
    [Fact]
    public void AUnitThatIsOnForOneOfTwoLabelsTellsThemApart()
    {
        var estimates = Estimator.Run(rows: [[0.5], [2.0], [-1.0], [-0.1]], labels: [0, 0, 1, 1]);
        var information = estimates.Estimates.Single(estimate => estimate.Quantity == Quantities.MutualInformation);
        Assert.Equal(Information.OfUniform(2).Nats, information.Value.Number, tolerance: 1e-12);
    }
}
