using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Subjects;

public sealed class ConfigurationsTests
{
    [Fact]
    public void ConfigurationsAreTheDefaultsThenThoseNamedThenOtherChoicesEachOnce()
    {
        // kind=single alone is refused by the estimator, and centre=false is the default.
        Assert.Equal(["", "centre=true", "centre=true,count=1"], Configurations.Of(Subject.Of(new OptionalEstimator())).Select(one => one.Text));
    }

    [Fact]
    public void AnOptionThatIsSetStaysAsItIsSet()
    {
        var subject = Subject.Of(new OptionalEstimator()).With(new Dictionary<string, string> { ["count"] = "7" });
        Assert.Equal(["count=7", "centre=true,count=7", "count=7,kind=single"], Configurations.Of(subject).Select(one => one.Text));
    }

    [Fact]
    public void AConfigurationThatAClaimNamesMustExist()
    {
        var subject = Subject.Of(new OptionalEstimator());
        var wrong = new Subject { Id = subject.Id, Estimator = subject.Estimator, OptionsType = subject.OptionsType, Quantities = subject.Quantities, VerifiedWith = ["colour=red"] };
        var failure = Assert.Throws<OptionException>(() => Configurations.Of(wrong));
        Assert.Equal("optional has no option 'colour'; it has centre, count, kind.", failure.Message);
    }

    [Fact]
    public void ConditionsAreMetByDefaultsToo()
    {
        var defaults = Configurations.Of(Subject.Of(new OptionalEstimator()))[0];
        Assert.True(defaults.Meets("centre=false"));
        Assert.True(defaults.Meets(null));
        Assert.False(defaults.Meets("centre=true"));
        Assert.False(defaults.Meets("colour=red"));
    }
}
