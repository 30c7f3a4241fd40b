using System.Reflection;
using Infoscope.Testing;

namespace Infoscope.Tests.Surface;

public sealed class PublicSurfaceTests
{
    private const string UpdateVariable = "INFOSCOPE_UPDATE_SURFACE";

    private static readonly Assembly Contract = typeof(IEstimator).Assembly;

    [Fact]
    public void TheContractIsWhatItsFileSays()
    {
        var path = Repository.PathOf(typeof(PublicSurfaceTests).Assembly, "src", "Abstractions", "PublicSurface.txt");
        var actual = PublicSurface.Of(Contract);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, string.Join('\n', actual) + "\n");
        var recorded = File.Exists(path) ? File.ReadAllLines(path) : [];
        var changes = recorded.Except(actual).Select(line => $"- {line}").Concat(actual.Except(recorded).Select(line => $"+ {line}")).ToList();
        Assert.True(
            actual.SequenceEqual(recorded),
            $"the public surface of the contract differs from src/Abstractions/PublicSurface.txt:\n{string.Join('\n', changes)}\nif the change is meant, run the tests once with {UpdateVariable}=1, and say it in CHANGELOG.md.");
    }

    [Fact]
    public void NoMemberHasAnOptionalParameter() =>
        Assert.DoesNotContain(
            Contract.GetExportedTypes().SelectMany(type => type.GetMembers()).OfType<MethodBase>(),
            method => method.GetParameters().Any(parameter => parameter.HasDefaultValue));

    [Fact]
    public void RecordsGrowByPropertiesAlone()
    {
        var records = Contract.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is not null).ToArray();
        Assert.NotEmpty(records);
        Assert.All(records, record =>
        {
            Assert.NotNull(record.GetConstructor(Type.EmptyTypes));
            Assert.Null(record.GetMethod("Deconstruct"));
        });
    }

    [Fact]
    public void ClassesAreSealedUnlessTheyAreToBeDerivedFrom() =>
        Assert.DoesNotContain(Contract.GetExportedTypes(), type => type.IsClass && !type.IsSealed && !type.IsAbstract);

    [Fact]
    public void TheContractStandsOnTheFrameworkAlone() =>
        Assert.All(Contract.GetReferencedAssemblies(), name => Assert.StartsWith("System", name.Name, StringComparison.Ordinal));
}
