using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Feeds sentences to the estimator as an engine would.</summary>
internal sealed record SentenceRun
{
    public const string Id = "sentence-distances";

    public required double[][][] Sentences { get; init; }

    /// <summary>Gets the labels of every token, by label set.</summary>
    public Dictionary<string, int[][]> Labels { get; init; } = [];

    /// <summary>Gets the options; every distance is taken unless they say otherwise.</summary>
    public Dictionary<string, string> Options { get; init; } = new() { ["distances"] = "all" };

    public IEstimationLog Log { get; init; } = new SilentLog();

    public ulong Seed { get; init; } = 1;

    public bool Items { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives the run with one label for each sentence.</summary>
    public SentenceRun WithLabels(string name, params int[] labels) => WithTokenLabels(name, [.. Sentences.Select((sentence, place) => Enumerable.Repeat(labels[place], sentence.Length).ToArray())]);

    /// <summary>Gives the run with a label for each token; a name such as <c>y~0</c> is a null of y.</summary>
    public SentenceRun WithTokenLabels(string name, params int[][] labels) => this with { Labels = new(Labels) { [name] = labels } };

    public SentenceRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    public SentenceTable Estimate()
    {
        var estimator = new SentenceDistancesEstimator();
        var options = new OptionValues(Id, Options, text => throw new OptionException($"no file '{text}'"));
        estimator.Requires(options);
        var provider = new CpuComputeProvider();
        var context = new EstimationContext
        {
            EstimatorId = Id,
            Shape = new ActivationShape { Rows = Sentences.Sum(sentence => sentence.Length), Features = Sentences[0][0].Length, Sequences = Sentences.Length },
            Precision = Precision.Double,
            Options = options,
            Seed = Seed,
            Items = Items,
            Log = Log,
            Cancellation = Cancellation,
            LabelSets = [.. Labels.Select(set => new LabelSetInfo { Name = set.Key, Count = set.Value.SelectMany(labels => labels).Max() + 1, NullOf = set.Key.Contains('~') ? set.Key.Split('~')[0] : null })],
            OpenCompute = () => provider.Open(provider.Probe()[0], Precision.Double),
        };
        try
        {
            using var estimation = estimator.Begin(context);
            for (var number = 0; number < Sentences.Length; number++) Observe(estimation, number);
            return new SentenceTable(estimation.Complete());
        }
        finally
        {
            context.CloseCompute();
        }
    }

    private void Observe(IEstimation estimation, int number)
    {
        var rows = Sentences[number];
        var first = Sentences.Take(number).Sum(before => (long)before.Length);
        estimation.Observe(new ActivationBlock
        {
            Rows = rows.Length,
            Features = rows[0].Length,
            Double = rows.SelectMany(row => row).ToArray(),
            RowIndices = Enumerable.Range(0, rows.Length).Select(row => first + row).ToArray(),
            SequenceIds = Enumerable.Repeat(number, rows.Length).ToArray(),
            Positions = Enumerable.Range(0, rows.Length).ToArray(),
            AllLabels = Labels.Values.SelectMany(set => set[number]).ToArray(),
        });
    }

    private sealed class SilentLog : IEstimationLog
    {
        public void Information(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
