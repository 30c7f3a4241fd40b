using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
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

    [Property(Arbitrary = [typeof(Names)])]
    public void EveryNameOfTheFormMakesNamesOfCSharpAndAnId(AllowedName name)
    {
        // Refused is only what hides something.
        if (PluginName.WhyNot(name.Text, Project) is { } reason) Assert.Contains("could no longer say", reason, StringComparison.Ordinal);
        Assert.Matches("^[A-Z][A-Za-z0-9]*(\\.[A-Z][A-Za-z0-9]*)*$", Project.ValueOf("namespace", name.Text));
        Assert.Matches("^[A-Z][A-Za-z0-9]*$", Project.ValueOf("class", name.Text));
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", Project.ValueOf("id", name.Text));
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

    [Theory]
    [InlineData("con")]
    [InlineData("Nul.Knn", "Nul")]
    [InlineData("AUX")]
    [InlineData("prn")]
    [InlineData("com1")]
    [InlineData("Lpt9.Acme", "Lpt9")]
    public void ANameThatWindowsKeepsForADeviceIsRefused(string name, string? device = null) => Assert.Equal(
        $"'{name}' cannot be the name of a plugin: Windows keeps {device ?? name} for a device, and can hold no file or folder of that name; give another name.",
        PluginName.WhyNot(name, Project));

    [Theory]
    [InlineData("Acme.Con")]
    [InlineData("Console-knn")]
    [InlineData("com10")]
    public void ANameThatOnlyHoldsThatOfADeviceIsTaken(string name) => Assert.Null(PluginName.WhyNot(name, Project));

    public sealed record AllowedName(string Text);

    public static class Names
    {
        private static readonly Gen<string> Words = from letters in Gen.Elements("abzABZ019".ToCharArray()).NonEmptyListOf() select new string([.. letters.Take(6)]);

        private static readonly Gen<string> Part =
            from words in Gen.OneOf(Words, Gen.Elements("Estimator", "estimator", "KNN", "Knn2d")).NonEmptyListOf()
            from first in Gen.Elements("aZ".ToCharArray())
            select first + string.Join('-', words.Take(3));

        private static readonly Gen<AllowedName> Name = from parts in Part.NonEmptyListOf() let name = string.Join('.', parts.Take(2)) where HasTheForm(name) select new AllowedName(name);

        public static Arbitrary<AllowedName> Any => Arb.From(Name, Shorter);

        private static IEnumerable<AllowedName> Shorter(AllowedName name) =>
            Enumerable.Range(0, name.Text.Length).Select(place => name.Text.Remove(place, 1)).Where(HasTheForm).Select(text => new AllowedName(text));

        private static bool HasTheForm(string name) => PluginName.WhyNot(name, Project)?.EndsWith(Form, StringComparison.Ordinal) != true;
    }
}
