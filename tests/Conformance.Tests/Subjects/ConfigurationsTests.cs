using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Subjects;

public sealed class ConfigurationsTests
{
    [Fact]
    public void ConfigurationsAreTheDefaultsThenThoseNamedThenOtherChoicesEachOnce()
    {
        // kind=single alone is refused by the estimator, and centre=false is the default.
        Assert.Equal(["", "centre=true", "centre=true,count=1"], Configurations.Of(Subject.Of(new OptionalEstimator()), []).Select(one => one.Text));
    }

    [Fact]
    public void AnOptionThatIsSetStaysAsItIsSet()
    {
        var subject = Subject.Of(new OptionalEstimator()) with { Options = new Dictionary<string, string> { ["count"] = "7" } };
        Assert.Equal(["count=7", "centre=true,count=7", "count=7,kind=single"], Configurations.Of(subject, []).Select(one => one.Text));
    }

    [Fact]
    public void AConfigurationThatIsNamedAndDoesNotExistIsToldOf()
    {
        var subject = Subject.Of(new OptionalEstimator());
        var wrong = new Subject { Id = subject.Id, Estimator = subject.Estimator, OptionsType = subject.OptionsType, Quantities = subject.Quantities, VerifiedWith = ["colour=red"] };
        var problems = new List<string>();
        Assert.Equal(["", "centre=true"], Configurations.Of(wrong, problems).Select(one => one.Text));
        Assert.Equal(["[VerifyWith(\"colour=red\")]: optional has no option 'colour'; it has centre, count, kind."], problems);
    }

    [Fact]
    public void ConditionsAreMetByDefaultsToo()
    {
        var table = new ClaimTable(Subject.Of(new OptionalEstimator()));
        var defaults = Configurations.Of(Subject.Of(new OptionalEstimator()), [])[0];
        Assert.True(table.Meets(defaults, "centre=false"));
        Assert.True(table.Meets(defaults, "centre=False, count=3"));
        Assert.True(table.Meets(defaults, null));
        Assert.False(table.Meets(defaults, "centre=true"));
        Assert.False(table.Meets(defaults, "count=3,centre=true"));
        Assert.False(table.Meets(defaults, "colour=red"));
    }
}
