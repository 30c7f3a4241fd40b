using Infoscope.Compute;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>Feeds sequences to the estimator as an engine would.</summary>
internal sealed record LassoRun
{
    public required IReadOnlyList<FedSequence> Sequences { get; init; }

    public Dictionary<string, string> Options { get; init; } = [];

    public ulong Seed { get; init; } = 1;

    public bool Items { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes a run on one sequence.</summary>
    public static LassoRun Of(double[][] rows) => new() { Sequences = [new FedSequence { Rows = rows }] };

    /// <summary>Makes a run on sequences like those of a language model.</summary>
    public static LassoRun Drawn(int sequences, int tokens, int features, ulong seed = 1)
    {
        var random = new RandomStream(seed, "sequences");
        return new LassoRun { Sequences = [.. Enumerable.Range(0, sequences).Select(_ => new FedSequence { Rows = AutoregressiveTokens.Draw(tokens, features, random) })] };
    }

    public LassoRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    public LassoRun With(params FedSequence[] sequences) => this with { Sequences = sequences };

    /// <summary>Gives the run with every token changed.</summary>
    public LassoRun Map(Func<double[], double[]> change) =>
        this with { Sequences = [.. Sequences.Select(sequence => sequence with { Rows = [.. sequence.Rows.Select(change)] })] };

    public OptionValues OptionValues() => new("lasso", Options, text => throw new OptionException($"no file '{text}'"));

    public EstimationContext Context() => new()
    {
        EstimatorId = "lasso",
        Shape = new ActivationShape { Rows = Sequences.Sum(sequence => sequence.Rows.Length), Features = Sequences[0].Rows[0].Length, Sequences = Sequences.Count },
        Precision = Precision.Double,
        Options = OptionValues(),
        Seed = Seed,
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () =>
        {
            var provider = new CpuComputeProvider();
            return provider.Open(provider.Probe()[0], Precision.Double);
        },
    };

    /// <summary>Checks the options, observes all sequences and completes.</summary>
    public LassoTable Estimate()
    {
        var estimator = new LassoEstimator();
        estimator.Requires(OptionValues());
        var context = Context();
        try
        {
            using var estimation = estimator.Begin(context);
            Observe(estimation, Enumerable.Range(0, Sequences.Count));
            return new LassoTable(estimation.Complete());
        }
        finally
        {
            context.CloseCompute();
        }
    }

    /// <summary>Observes some of the sequences.</summary>
    public void Observe(IEstimation estimation, IEnumerable<int> sequences)
    {
        foreach (var number in sequences)
        {
            var sequence = Sequences[number];
            var first = Sequences.Take(number).Sum(before => (long)before.Rows.Length);
            var block = new ActivationBlock
            {
                Rows = sequence.Rows.Length,
                Features = sequence.Rows[0].Length,
                Double = sequence.Rows.SelectMany(row => row).ToArray(),
                RowIndices = Enumerable.Range(0, sequence.Rows.Length).Select(row => first + row).ToArray(),
                SequenceIds = Enumerable.Repeat(number, sequence.Rows.Length).ToArray(),
                Positions = Enumerable.Range(0, sequence.Rows.Length).ToArray(),
                AttentionHeads = sequence.Heads,
                AttentionLength = sequence.AttentionLength,
                Attention = sequence.Attention,
            };
            estimation.Observe(block);
        }
    }

    /// <summary>Begins an estimation and observes some of the sequences.</summary>
    public IMergeableEstimation Observed(params int[] sequences)
    {
        var estimation = (IMergeableEstimation)new LassoEstimator().Begin(Context());
        Observe(estimation, sequences);
        return estimation;
    }
}
