namespace Infoscope.Fixtures.EchoInputs;

/// <summary>What <see cref="EchoInputs"/> asks for.</summary>
public sealed record EchoOptions
{
    [Option("How the rows are asked for.")]
    public RowAccess Access { get; init; } = RowAccess.Stream;

    [Option("The precision asked for; without it the run's.")]
    public Precision? Precision { get; init; }

    [Option("The most rows that all-rows may hold.", Minimum = 1)]
    public long? MaximumRows { get; init; }

    [Option("Whether a survey is asked for.")]
    public bool Survey { get; init; }

    [Option("Whether labels are needed.")]
    public InputNeed Labels { get; init; } = InputNeed.Optional;

    [Option("Whether a reference is needed.")]
    public InputNeed Reference { get; init; } = InputNeed.Optional;

    [Option("Whether attention is needed, which takes whole sequences.")]
    public InputNeed Attention { get; init; } = InputNeed.Optional;

    [Option("An array whose elements are summed.")]
    public NumericArray? Array { get; init; }
}
