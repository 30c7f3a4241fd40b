namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Options of every sort that a configuration may turn.</summary>
public sealed record OptionalOptions
{
    [Option("a count", Minimum = 1)]
    public int Count { get; init; } = 3;

    [Option("a flag")]
    public bool Centre { get; init; }

    [Option("a choice")]
    public Precision Kind { get; init; } = Precision.Double;
}
