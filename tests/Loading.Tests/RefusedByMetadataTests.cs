using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class RefusedByMetadataTests
{
    private static readonly ContractVersion Host = ContractVersion.Host;

    [Fact]
    public void ANativeLibraryIsNoPlugin()
    {
        using var staged = new StagedPlugins();
        staged.AddFile("NotDotNet", "NotDotNet.dll", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0]);
        AssertRefused(staged, PluginFailure.NotDotNet, ["NotDotNet", "NotDotNet.dll"], "{0} is a native library (ELF); a plugin is a .NET assembly built against Infoscope.Abstractions.");
    }

    [Fact]
    public void TextNamedDllIsNoPlugin()
    {
        using var staged = new StagedPlugins();
        staged.AddFile("TextNamedDll", "TextNamedDll.dll", Encoding.UTF8.GetBytes("I am a plugin, honestly.\n"));
        AssertRefused(staged, PluginFailure.NotDotNet, ["TextNamedDll", "TextNamedDll.dll"], "{0} is no library at all: it does not start as one; a plugin is a .NET assembly built against Infoscope.Abstractions.");
    }

    [Fact]
    public void AnEmptyDllIsNoPlugin()
    {
        using var staged = new StagedPlugins();
        staged.AddFile("Empty", "Empty.dll", []);
        AssertRefused(staged, PluginFailure.NotDotNet, ["Empty", "Empty.dll"], "{0} is empty; a plugin is a .NET assembly built against Infoscope.Abstractions.");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    [InlineData(2000)]
    public void ADllCutShortIsNoPlugin(int length)
    {
        using var staged = new StagedPlugins("EchoInputs");
        var path = staged.PathOf("EchoInputs", "EchoInputs.dll");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        AssertRefused(staged, PluginFailure.NotDotNet, ["EchoInputs", "EchoInputs.dll"], "{0} is damaged or cut short; a plugin is a .NET assembly built against Infoscope.Abstractions.");
    }

    [Fact]
    public void APluginOfAnotherMajorIsRefused()
    {
        using var staged = new StagedPlugins("OtherMajor");
        AssertRefused(staged, PluginFailure.WrongContract, ["OtherMajor", "OtherMajor.dll"], $"{{0}} was built against contract 2.0; this host has {Host} and takes 1.0 to {Host}: rebuild the plugin against one of these.");
    }

    [Fact]
    public void APluginOfANewerMinorIsRefused()
    {
        using var staged = new StagedPlugins("NewerMinor");
        AssertRefused(staged, PluginFailure.NewerContract, ["NewerMinor", "NewerMinor.dll"], $"{{0}} was built against contract 1.99; this host has {Host}: update the host, or rebuild the plugin against {Host}.");
    }

    [Fact]
    public void AStampThatIsNoVersionIsRefused()
    {
        using var staged = new StagedPlugins("MalformedStamp");
        AssertRefused(staged, PluginFailure.WrongContract, ["MalformedStamp", "MalformedStamp.dll"], $"{{0}} carries the contract stamp '1'; a stamp is MAJOR.MINOR, and this host has {Host}.");
    }

    [Fact]
    public void AnAssemblyWithoutAStampIsRefused()
    {
        using var staged = new StagedPlugins("NoStamp");
        AssertRefused(staged, PluginFailure.NotAPlugin, ["NoStamp", "NoStamp.dll"], "{0} carries no InfoscopeContract stamp; the build props of Infoscope.Abstractions add it to every plugin project.");
    }

    [Fact]
    public void APluginWithNothingInsideIsRefused()
    {
        using var staged = new StagedPlugins("NoEstimator");
        AssertRefused(staged, PluginFailure.NothingInside, ["NoEstimator", "NoEstimator.dll"], "{0} declares no estimator and no label source; mark a public sealed class with [Estimator] or [LabelSource].");
    }

    [Fact]
    public void AMissingDependencyIsRefusedBeforeAnythingIsLoaded()
    {
        using var staged = new StagedPlugins("MissingDependency");
        File.Delete(staged.PathOf("MissingDependency", "Fixture.Common.dll"));
        AssertRefused(staged, PluginFailure.MissingDependency, ["MissingDependency", "MissingDependency.dll"], "{0} needs the assembly Fixture.Common 1.0.0.0, which is neither in its folder nor part of .NET; copy the plugin's whole build output there.");
    }

    [Fact]
    public void APluginOfANewerDotNetIsRefused()
    {
        using var staged = new StagedPlugins("EchoInputs");
        var path = staged.PathOf("EchoInputs", "EchoInputs.dll");
        File.WriteAllBytes(path, ReferringToDotNet99(File.ReadAllBytes(path)));
        AssertRefused(staged, PluginFailure.MissingDependency, ["EchoInputs", "EchoInputs.dll"], $"{{0}} needs .NET 99; this host runs on .NET {Environment.Version.Major}: build the plugin for that.");
    }

    [Fact]
    public void ADepsFileThatCannotBeReadIsRefused()
    {
        using var staged = new StagedPlugins("EchoInputs");
        File.WriteAllText(staged.PathOf("EchoInputs", "EchoInputs.deps.json"), "{ not json");
        using var catalog = staged.Discover();
        var refusal = Assert.Single(catalog.Refusals);
        Assert.Equal(PluginFailure.NotLoadable, refusal.Failure);
        // What follows are the words of the runtime's own parser.
        Assert.StartsWith($"{staged.PathOf("EchoInputs", "EchoInputs.dll")} has a .deps.json that cannot be used: Failed to parse file [{staged.PathOf("EchoInputs", "EchoInputs.deps.json")}].", refusal.Sentence);
    }

    [Fact]
    public void ABadIdIsRefused()
    {
        using var staged = new StagedPlugins("BadId");
        AssertRefused(
            staged,
            PluginFailure.InvalidDeclaration,
            ["BadId", "BadId.dll"],
            "the estimator Infoscope.Fixtures.BadId.Spaced in {0} has the id 'Bad Id'; an id has at least two characters and is of lower-case letters and digits in words joined by hyphens, such as soft-entropy.");
    }

    [Fact]
    public void EachBadClassIsRefusedAndTheGoodOnesStay()
    {
        using var staged = new StagedPlugins("BadDeclarations");
        using var catalog = staged.Discover();
        var dll = staged.PathOf("BadDeclarations", "BadDeclarations.dll");
        const string rule = "an estimator is a public sealed class with a public constructor without arguments that implements IEstimator.";
        Assert.Equal(
            [
                $"the class Infoscope.Fixtures.BadDeclarations.IsAbstract in {dll} is abstract or static; {rule}",
                $"the class Infoscope.Fixtures.BadDeclarations.NoParameterlessConstructor in {dll} has no public constructor without arguments; {rule}",
                $"the class Infoscope.Fixtures.BadDeclarations.NotAnEstimator in {dll} does not implement IEstimator; {rule}",
                $"the class Infoscope.Fixtures.BadDeclarations.NotPublic in {dll} is not public; {rule}",
                $"the class Infoscope.Fixtures.BadDeclarations.NotSealed in {dll} is not sealed; {rule}",
                $"the class Infoscope.Fixtures.BadDeclarations.TakesAType`1 in {dll} has type parameters; {rule}",
                $"the estimator 'no-quantity' in {dll} names no quantity; add [Estimates(\"...\")] for each quantity that it gives.",
                $"the estimator 'unknown-law' in {dll} names law number 999, which contract {Host} does not have.",
                $"the label source 'misplaced-argument' in {dll} has the argument 'tokens' at position 1; positions are 0, 1, 2 and so on, each once.",
            ],
            catalog.Refusals.Select(refusal => refusal.Sentence).Order(StringComparer.Ordinal));
        Assert.All(catalog.Refusals, refusal => Assert.Equal(PluginFailure.InvalidDeclaration, refusal.Failure));
        Assert.Equal(["options-without-defaults", "well-declared"], catalog.Estimators.Select(estimator => estimator.Id));
        Assert.Empty(catalog.LabelSources);
        catalog.LoadEstimator("well-declared");
    }

    [Fact]
    public void TheSecondOfTwoEqualIdsIsRefusedNamingBothPaths()
    {
        using var staged = new StagedPlugins("DuplicateIdSecond", "DuplicateIdFirst");
        var (first, second) = (staged.PathOf("DuplicateIdFirst", "DuplicateIdFirst.dll"), staged.PathOf("DuplicateIdSecond", "DuplicateIdSecond.dll"));
        using var catalog = staged.Discover();
        catalog.AssertRefused(PluginFailure.DuplicateId, second, $"{second} gives the estimator 'twin', which {first} gives already; the first one is used, so remove or rename one.");
        Assert.Equal([("not-a-twin", second), ("twin", first)], catalog.Estimators.Select(estimator => (estimator.Id, estimator.Plugin.Path)));
    }

    private static byte[] ReferringToDotNet99(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var reader = pe.GetMetadataReader();
        var handle = reader.AssemblyReferences.First(handle => reader.GetString(reader.GetAssemblyReference(handle).Name) == "System.Runtime");
        // A row of the table of assembly references starts with the major version in two bytes.
        var row = reader.GetTableMetadataOffset(TableIndex.AssemblyRef) + (reader.GetTableRowSize(TableIndex.AssemblyRef) * (MetadataTokens.GetRowNumber(handle) - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(pe.PEHeaders.MetadataStartOffset + row), 99);
        return image;
    }

    private static void AssertRefused(StagedPlugins staged, PluginFailure failure, string[] path, string sentence)
    {
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Plugins);
        catalog.AssertRefused(failure, staged.PathOf(path), string.Format(sentence, staged.PathOf(path)));
    }
}
