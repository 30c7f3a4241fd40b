namespace Infoscope.Tests.Options;

/// <summary>An options record with one option of every type.</summary>
public sealed record SampleOptions
{
    [Option("A whole number.", Minimum = 2, Maximum = 1000)]
    public int Anchors { get; init; } = 100;

    [Option("A wide whole number.", Minimum = 0)]
    public long LargestRow { get; init; } = 5_000_000_000;

    [Option("A number.", Maximum = 10.5)]
    public double Bandwidth { get; set; } = 0.1;

    [Option("A switch.")]
    public bool Normalize { get; init; } = true;

    [Option("A text.", Allowed = "exact | a number")]
    public string Temperature { get; init; } = "exact";

    [Option("A text without a default.")]
    public string? Comment { get; init; }

    [Option("A choice.")]
    public SampleMode Mode { get; init; } = SampleMode.LeadingOrder;

    [Option("An array.")]
    public NumericArray? AnchorsFile { get; init; }

    [Option("A whole number that may be left open.")]
    public int? Neighbours { get; init; }

    [Option("A number that may be left open.", Minimum = 0)]
    public double? Radius { get; init; }

    public int NotAnOption { get; init; } = 3;
}
