using Infoscope.Conformance;
using Infoscope.Testing;
using TemplateSpace;

namespace Infoscope.Templates.Tests;

public sealed class NewPageTests
{
    [Fact]
    public void ThePageShowsWhatTheTestOfAFalseClaimSays()
    {
        var estimator = Subject.Of(new TemplateClassEstimator());
        var wrong = estimator with
        {
            Id = "acme-knn",
            Claims = [.. estimator.Claims, new ClaimsAttribute(Law.Translation, Exactness.Exact)],
            Disclaimers = [.. estimator.Disclaimers.Where(disclaimer => disclaimer.Law != Law.Translation)],
        };
        var report = Verification.Run(wrong, new VerificationSettings { Seed = 1 }, CancellationToken.None);
        Assert.False(report.Holds);
        Assert.Contains($"```\n{report}\n```\n", File.ReadAllText(Repository.PathOf(typeof(NewPageTests).Assembly, "docs", "new.md")), StringComparison.Ordinal);
    }
}
