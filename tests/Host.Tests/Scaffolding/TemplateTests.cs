using Infoscope.Host.Scaffolding;

namespace Infoscope.Host.Tests.Scaffolding;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("estimator")]
    [InlineData("estimator-file")]
    public void NoTokenIsLeftInWhatIsWritten(string folder)
    {
        var files = Template.Load(folder).Fill("Acme.Knn");
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            Assert.DoesNotMatch("(?i)template|INFOSCOPE_VERSION", file.Path + file.Text);
            Assert.DoesNotContain('\r', file.Text);
        });
    }

    [Fact]
    public void ANameThatIsATokenIsPutInOnce()
    {
        var files = Template.Load("estimator").Fill("TemplateClass");
        Assert.Contains("TemplateClass/TemplateClass.csproj", files.Select(file => file.Path));
        Assert.Contains("[Estimator(\"template-class\"", files.Single(file => file.Path == "TemplateClass/TemplateClassEstimator.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePackagesAreThoseOfThisVersion() =>
        Assert.Contains($"<InfoscopeVersion>{HostVersion.Number}</InfoscopeVersion>", Template.Load("estimator").Fill("Acme.Knn").Single(file => file.Path == "Directory.Build.props").Text, StringComparison.Ordinal);
}
