using Infoscope.Compute;

namespace Infoscope;

/// <summary>Everything that an estimation may depend on beside its rows.</summary>
/// <remarks>The folds of one run get equal contexts; <see cref="Compute"/> belongs to one estimation.</remarks>
public sealed class EstimationContext
{
    private ComputeSession? session;

    /// <summary>Gets the id of the estimator.</summary>
    public required string EstimatorId { get; init; }

    /// <summary>Gets the shape of the activations.</summary>
    public required ActivationShape Shape { get; init; }

    /// <summary>Gets the precision of the blocks and of the compute session.</summary>
    public required Precision Precision { get; init; }

    /// <summary>Gets the options.</summary>
    public required OptionValues Options { get; init; }

    /// <summary>Gets the seed of the comparison.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the label sets, the nulls after all others.</summary>
    public IReadOnlyList<LabelSetInfo> LabelSets { get; init; } = [];

    /// <summary>Gets the survey; null unless it was required.</summary>
    public ActivationSurvey? Survey { get; init; }

    /// <summary>Gets whether estimates per label, token or unit are wanted; for nulls they never are.</summary>
    public bool Items { get; init; }

    /// <summary>Gets where to say what a user should know.</summary>
    public required IEstimationLog Log { get; init; }

    /// <summary>Gets the token to look at between blocks and in long loops.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Gets what opens the compute session when it is first asked for.</summary>
    public required Func<ComputeSession> OpenCompute { get; init; }

    /// <summary>Gets the compute session of this estimation, opened at first use; the engine disposes it after the estimation.</summary>
    public ComputeSession Compute => session ??= Opened();

    /// <summary>Opens the random stream of a purpose: a function of seed, estimator and purpose, the same in every fold.</summary>
    public RandomStream Random(string purpose) => new(Seed, $"{EstimatorId}/{purpose}");

    /// <summary>Lets another thread use the compute session from its next call on; the engine does so after the last row, before states are merged.</summary>
    /// <remarks>Since contract 1.1.</remarks>
    public void HandOverCompute() => session?.HandOver();

    /// <summary>Disposes the compute session if one was opened.</summary>
    public void CloseCompute()
    {
        session?.Dispose();
        session = null;
    }

    private ComputeSession Opened()
    {
        var opened = OpenCompute();
        opened.Cancellation = Cancellation;
        return opened;
    }
}
