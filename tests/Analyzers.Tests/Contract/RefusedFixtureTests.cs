using Infoscope.Testing;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Tests.Contract;

/// <summary>What the host refuses in the fixtures of its own tests, the compiler says by one error; and of a usable plugin none.</summary>
public sealed class RefusedFixtureTests
{
    [Theory]
    [InlineData("BadDeclarations/IsAbstract.cs", "ISC2001")]
    [InlineData("BadDeclarations/NoParameterlessConstructor.cs", "ISC2001")]
    [InlineData("BadDeclarations/NotAnEstimator.cs", "ISC2001")]
    [InlineData("BadDeclarations/NotPublic.cs", "ISC2001")]
    [InlineData("BadDeclarations/NotSealed.cs", "ISC2001")]
    [InlineData("BadDeclarations/TakesAType.cs", "ISC2001")]
    [InlineData("BadId/Spaced.cs", "ISC2003")]
    [InlineData("BadDeclarations/NoQuantity.cs", "ISC2004")]
    [InlineData("BadDeclarations/OptionsWithoutDefaults.cs", "ISC2011")]
    [InlineData("BadDeclarations/WellDeclared.cs", null)]
    public async Task AFixtureHasTheErrorOfItsDefect(string path, string? id)
    {
        var compilation = PluginCode.Compile(File.ReadAllText(Repository.PathOf(typeof(RefusedFixtureTests).Assembly, "tests", "PluginFixtures", path)));
        var errors = (await PluginCode.Analyze(compilation, [.. AllRules.Create()])).Where(found => found.Severity == DiagnosticSeverity.Error);
        Assert.Equal(id is null ? [] : [id], errors.Select(error => error.Id));
    }
}
