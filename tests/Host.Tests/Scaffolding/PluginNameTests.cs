using Infoscope.Host.Scaffolding;

namespace Infoscope.Host.Tests.Scaffolding;

public sealed class PluginNameTests
{
    private const string Form =
        "cannot be the name of a plugin: allowed are ASCII letters and digits, in words joined by single hyphens and parts joined by single dots, each part starting with a letter, 2 to 64 characters in all, such as Acme.Knn or my-estimator.";

    private static readonly Template Project = Template.Load("estimator");

    [Theory]
    [InlineData("Acme.Knn", "Acme.Knn", "Knn", "acme-knn")]
    [InlineData("my-estimator", "My", "My", "my-estimator")]
    [InlineData("KNN2", "KNN2", "KNN2", "knn2")]
    [InlineData("KNNGraph", "KNNGraph", "KNNGraph", "knn-graph")]
    [InlineData("SoftKnn2Graph", "SoftKnn2Graph", "SoftKnn2Graph", "soft-knn2-graph")]
    [InlineData("Acme.KnnEstimator", "Acme.Knn", "Knn", "acme-knn-estimator")]
    [InlineData("acme.knn-2d.soft", "Acme.Knn2D.Soft", "Soft", "acme-knn-2d-soft")]
    [InlineData("class", "Class", "Class", "class")]
    public void ANameBecomesNamespaceClassAndId(string name, string space, string type, string id)
    {
        Assert.Null(PluginName.WhyNot(name, Project));
        Assert.Equal((space, type, id), (Project.ValueOf("namespace", name), Project.ValueOf("class", name), Project.ValueOf("id", name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData("Acme.")]
    [InlineData("Acme..Knn")]
    [InlineData("Acme.2Knn")]
    [InlineData("2Knn")]
    [InlineData("my_estimator")]
    [InlineData("my--estimator")]
    [InlineData("my-")]
    [InlineData("-knn")]
    [InlineData("Acme Knn")]
    [InlineData("Knn\n")]
    [InlineData("Käse")]
    public void ANameOfAnotherFormIsRefusedWithWhatIsAllowed(string name) => Assert.Equal($"'{name}' {Form}", PluginName.WhyNot(name, Project));

    [Fact]
    public void AVeryLongNameIsRefusedInAShortSentence()
    {
        Assert.Null(PluginName.WhyNot(new string('k', 64), Project));
        Assert.Equal($"'{new string('k', 64)}...' {Form}", PluginName.WhyNot(new string('k', 5000), Project));
    }

    [Theory]
    [InlineData("Infoscope", "Infoscope for the namespace Infoscope")]
    [InlineData("infoscope.knn", "Infoscope for the namespace Infoscope")]
    [InlineData("Acme.System", "System for the namespace System")]
    [InlineData("Estimator", "Estimator for Infoscope.EstimatorAttribute")]
    [InlineData("Acme.Estimator", "Estimator for Infoscope.EstimatorAttribute")]
    [InlineData("Law", "Law for Infoscope.Law")]
    [InlineData("Acme.I", "IEstimator for Infoscope.IEstimator")]
    [InlineData("Subject", "Subject for Infoscope.Conformance.Subject")]
    [InlineData("Acme.Math", "Math for System.Math")]
    [InlineData("Dictionary", "Dictionary for System.Collections.Generic.Dictionary")]
    [InlineData("Fact", "Fact for Xunit.Fact")]
    public void ANameThatHidesWhatTheCodeNeedsIsRefused(string name, string hidden) =>
        Assert.Equal($"'{name}' cannot be the name of a plugin: code in it could no longer say {hidden}; give another name.", PluginName.WhyNot(name, Project));
}
