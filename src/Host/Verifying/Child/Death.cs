using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Child;

/// <summary>How a check brought its process down.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Sentence">What is known for certain.</param>
internal sealed record Death(DeathKind Kind, string Sentence)
{
    /// <summary>Gets how many cases the check had begun, the last one among them.</summary>
    public long Number { get; init; }

    /// <summary>Gets the last case; null when it is not known.</summary>
    public TestCase? Case { get; init; }
}
