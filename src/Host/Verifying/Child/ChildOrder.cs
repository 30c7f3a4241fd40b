using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Child;

/// <summary>What a child process is told to do next.</summary>
internal sealed record ChildOrder
{
    /// <summary>Gets what to do.</summary>
    public required ChildWork Work { get; init; }

    /// <summary>Gets the place of the check in the plan.</summary>
    public required int Place { get; init; }

    /// <summary>Gets the slot of the journal.</summary>
    public int Slot { get; init; }

    /// <summary>Gets the case, if it is about one that is known.</summary>
    public TestCase? Case { get; init; }

    /// <summary>Gets the number of the case among those of the check.</summary>
    public long Number { get; init; }
}
