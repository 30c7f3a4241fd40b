namespace Infoscope.Conformance.Tests;

/// <summary>Tests that run while no other does: what an estimation leaves in memory can only be told when nothing else takes any.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "alone";
}
