using Infoscope.Compute;
using Infoscope.Engine;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Results;
using Infoscope.Plugins.SoftEntropy;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Runs Soft Entropy through the engine as the reference numbers were made: temperature <c>bounds</c> and the anchors that NumPy draws.</summary>
internal sealed record SoftEntropyRun
{
    private const string Id = "soft-entropy";

    public int Nulls { get; init; } = 20;

    public NullUnit? NullUnit { get; init; }

    public ulong Seed { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Chains { get; init; } = [];

    public IReadOnlyList<Optimality> Optimalities { get; init; } = [];

    public int Threads { get; init; } = 2;

    public int BlockRows { get; init; } = 512;

    public bool Items { get; init; }

    public IEstimator Estimator { get; init; } = new SoftEntropyEstimator();

    public IReadOnlyList<ResultRow> Of(ActivationSet set)
    {
        var provider = new CpuComputeProvider();
        var settings = new ComparisonSettings
        {
            Seed = Seed,
            Nulls = Nulls,
            NullUnit = NullUnit,
            Chains = Chains,
            Optimalities = Optimalities,
            Threads = Threads,
            BlockRows = BlockRows,
            Items = Items,
            Provider = provider,
            Device = provider.Probe()[0],
            Log = new Silent(),
        };
        var options = new Dictionary<string, string>
        {
            ["temperature"] = "bounds",
            ["anchors-file"] = Files.Reference("anchors", $"numpy-seed0-m100-d{set.Activations.Features}.npy"),
        };
        var estimator = new EstimatorEntry { Id = Id, Version = "", Estimator = Estimator, Options = new OptionValues(Id, options, Files.Array) };
        var comparison = new Comparison(set, [estimator], settings);
        Assert.Empty(comparison.Check());
        var result = comparison.Run(null, CancellationToken.None);
        Assert.Empty(result.Failures);
        return result.Rows;
    }
}
