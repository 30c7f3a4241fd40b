namespace Infoscope.Packages.Tests.Packing;

/// <summary>The tests that share the packages.</summary>
[CollectionDefinition(Name)]
public sealed class PackedCollection : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";
}
