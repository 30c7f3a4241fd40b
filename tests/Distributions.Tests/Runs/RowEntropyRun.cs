namespace Infoscope.Plugins.Distributions.Tests.Runs;

/// <summary>Feeds rows to the estimator as an engine would, or sequences with attention.</summary>
internal sealed record RowEntropyRun
{
    public required double[][] Rows { get; init; }

    /// <summary>Gets the labels of one label set; empty for none.</summary>
    public int[] Labels { get; init; } = [];

    /// <summary>Gets the number of permuted label sets.</summary>
    public int Nulls { get; init; }

    /// <summary>Gets the sequences that the rows are dealt out to, one after the other; empty for rows without a sequence axis.</summary>
    public IReadOnlyList<FedSequence> Sequences { get; init; } = [];

    public Dictionary<string, string> Options { get; init; } = [];

    public Precision Precision { get; init; } = Precision.Double;

    public bool Items { get; init; }

    public int BlockSize { get; init; } = int.MaxValue;

    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes a run on rows.</summary>
    public static RowEntropyRun Of(params double[][] rows) => new() { Rows = rows };

    /// <summary>Makes a run on the attention of sequences; the activations themselves are ones.</summary>
    public static RowEntropyRun OfAttention(params FedSequence[] sequences) => new()
    {
        Rows = [.. sequences.SelectMany(sequence => sequence.Positions).Select(_ => new[] { 1.0, -1 })],
        Sequences = sequences,
        Options = new() { ["source"] = "attention" },
    };

    public RowEntropyRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    public OptionValues OptionValues() => new("row-entropy", Options, text => throw new OptionException($"no file '{text}'"));

    public EstimationContext Context() => new()
    {
        EstimatorId = "row-entropy",
        Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length, Sequences = Sequences.Count },
        Precision = Precision,
        Options = OptionValues(),
        Seed = 1,
        LabelSets = Labels.Length == 0 ? [] : [Info("y", null, 0), .. Enumerable.Range(0, Nulls).Select(index => Info($"y~{index}", "y", index))],
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () => throw new NotSupportedException(),
    };

    /// <summary>Checks the options, observes everything and completes.</summary>
    public EstimateTable Estimate()
    {
        new RowEntropyEstimator().Requires(OptionValues());
        using var estimation = Observed(0, Sequences.Count > 0 ? Sequences.Count : Rows.Length);
        return new EstimateTable(estimation.Complete());
    }

    /// <summary>Begins an estimation and observes rows, or sequences, first .. end - 1.</summary>
    public IMergeableEstimation Observed(int first, int end)
    {
        var estimation = (IMergeableEstimation)new RowEntropyEstimator().Begin(Context());
        Observe(estimation, first, end);
        return estimation;
    }

    /// <summary>Observes rows, or sequences, first .. end - 1.</summary>
    public void Observe(IEstimation estimation, int first, int end)
    {
        if (Sequences.Count == 0)
        {
            for (var row = first; row < end; row += Math.Min(BlockSize, end - row)) Feed(estimation, row, Math.Min(BlockSize, end - row), -1);
            return;
        }

        for (var number = first; number < end; number++) Feed(estimation, Sequences.Take(number).Sum(before => before.Positions.Count), Sequences[number].Positions.Count, number);
    }

    public byte[] Saved(int first, int end)
    {
        using var estimation = Observed(first, end);
        using var stream = new MemoryStream();
        estimation.Save(stream);
        return stream.ToArray();
    }

    private void Feed(IEstimation estimation, int first, int count, int number)
    {
        var flat = Rows.Skip(first).Take(count).SelectMany(row => row).ToArray();
        var sequence = number < 0 ? null : Sequences[number];
        estimation.Observe(new ActivationBlock
        {
            Rows = count,
            Features = Rows[0].Length,
            Single = Precision == Precision.Single ? Array.ConvertAll(flat, value => (float)value) : [],
            Double = Precision == Precision.Double ? flat : [],
            RowIndices = Enumerable.Range(first, count).Select(row => (long)row).ToArray(),
            AllLabels = Labels.Length == 0 ? [] : Enumerable.Repeat(Labels.AsSpan(first, count).ToArray(), 1 + Nulls).SelectMany(ids => ids).ToArray(),
            SequenceIds = sequence is null ? [] : Enumerable.Repeat(number, count).ToArray(),
            Positions = sequence is null ? [] : sequence.Positions.ToArray(),
            AttentionHeads = sequence?.Heads.Count ?? 0,
            AttentionLength = sequence is { Heads.Count: > 0 } ? sequence.Heads[0].Length : 0,
            Attention = sequence is null ? [] : sequence.Heads.SelectMany(head => head).SelectMany(query => query).ToArray(),
        });
    }

    private LabelSetInfo Info(string name, string? nullOf, int index) => new()
    {
        Name = name,
        Count = Labels.Max() + 1,
        LabelNames = nullOf is null ? [.. Enumerable.Range(0, Labels.Max() + 1).Select(label => $"label {label}")] : [],
        NullOf = nullOf,
        NullIndex = index,
    };
}
