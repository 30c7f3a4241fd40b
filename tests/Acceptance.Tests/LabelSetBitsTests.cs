using Infoscope.Acceptance.Tests.Data;
using Infoscope.Compute;
using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;
using Infoscope.Plugins.Binning;
using Infoscope.Plugins.Distributions;
using Infoscope.Plugins.Spectrum;
using Infoscope.Plugins.Spectrum.Features;

namespace Infoscope.Acceptance.Tests;

/// <summary>Permutations, other label sets, items, threads, blocks and memory change no bit of the other numbers of a result.</summary>
public sealed class LabelSetBitsTests
{
    // Without permutations spectrum keeps at most 256 rows, with 20 of them 8 (1 + 3 x 21) = 512: the 300 of a fold are summed and kept, and the merged rows summed in both.
    private const int RowCount = 3000, Features = 8, Labels = 3, SequenceLength = 20;

    private static readonly ActivationSet Drawn = new DrawnRows { Rows = RowCount, Features = Features, Labels = Labels, CentreLength = 1 }.Draw(1);

    [Theory]
    [InlineData("")]
    [InlineData("centre=true")]
    [InlineData("unit-rows=false")]
    public void OfSpectra(string options) => AssertSame(new SpectrumEstimator(), "spectrum", options, Drawn);

    [Fact]
    public void OfSpectraOfSequences() => AssertSame(new SpectrumEstimator(), "spectrum", "aggregation=sequences", Drawn with { Sequences = Sequences() });

    [Theory]
    [InlineData("mode=joint,bins=2")]
    [InlineData("mode=per-dimension")]
    [InlineData("mode=per-dimension,grid=quantile,correction=nsb,bins=5")]
    [InlineData("mode=argmax,correction=chao-shen")]
    public void OfBins(string options) => AssertSame(new BinningEstimator(), "binning", options, Drawn);

    [Fact]
    public void OfDifferentRows() => AssertSame(new BinningEstimator(), "binning", "mode=exact", Mapped(row => [.. row.Select(value => (double)Math.Sign(value))]));

    [Fact]
    public void OfDistributions() => AssertSame(new RowEntropyEstimator(), "row-entropy", "", Mapped(Softmax));

    [Fact]
    public void OfAttention() => AssertSame(
        new RowEntropyEstimator(), "row-entropy", "source=attention,normalize=support", Drawn with { Sequences = Sequences(), Attention = new CausalAttention(RowCount / SequenceLength, SequenceLength) });

    [Fact]
    public void OfCodes() => AssertSame(new EffectiveFeaturesEstimator(), "effective-features", "", Mapped(row => [.. row.Select(value => Math.Max(0, value))]));

    private static void AssertSame(IEstimator estimator, string id, string options, ActivationSet set)
    {
        var entry = new EstimatorEntry { Id = id, Version = "", Estimator = estimator, Options = OptionsOf(id, options) };
        var one = set with { Labels = [.. set.Labels, Repeating("some", 7, from: -1)] };
        // More than 256 rows per fold are kept of many labels that hardly occur, whatever the permutations.
        var more = set with { Labels = [.. one.Labels, Repeating("often", 11, from: 0), Repeating("seldom", 500, from: -100)] };
        var alone = Bits(entry, one, settings => settings with { Nulls = 0, Threads = 1 });
        Assert.NotEmpty(alone);
        Assert.Equal(alone, Bits(entry, one, settings => settings with { Nulls = 20, Threads = 3, BlockRows = 7 }));
        Assert.Equal(alone, Bits(entry, more, settings => settings with { Nulls = 0, Items = true }));
        Assert.Equal(alone, Bits(entry, more, settings => settings with { Nulls = 4, MemoryBytes = 1 }));
    }

    // Of all that neither permutations nor other label sets are to change.
    private static string[] Bits(EstimatorEntry entry, ActivationSet set, Func<ComparisonSettings, ComparisonSettings> vary)
    {
        var provider = new CpuComputeProvider();
        var settings = vary(new ComparisonSettings { Seed = 1, Provider = provider, Device = provider.Probe()[0], Log = new Silent() });
        var result = new Comparison(set, [entry], settings).Run(null, CancellationToken.None);
        Assert.Empty(result.Failures);
        return [.. result.Rows.Where(row => row.LabelSet is "" or DrawnRows.Label or "some" && row.Item.Length == 0).Select(Bits)];
    }

    private static string Bits(ResultRow row)
    {
        double?[] numbers = [row.Value, row.Normalized, row.StandardError, row.Ceiling, row.Floor];
        return $"{row.Quantity} {row.LabelSet} {row.Against} {string.Join(' ', numbers.Select(number => number is { } known ? $"{BitConverter.DoubleToInt64Bits(known):x16}" : "-"))} {row.RowsUsed} {row.RowsDropped}";
    }

    private static OptionValues OptionsOf(string id, string options) => new(
        id,
        options.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]),
        text => throw new OptionException($"no file '{text}'"));

    private static SequenceLayout Sequences() => SequenceLayout.Rectangular(RowCount / SequenceLength, SequenceLength);

    // Labels below 0 are none.
    private static RowLabels Repeating(string name, int labels, int from)
    {
        var random = new RandomStream(2, name);
        int[] ids = [.. Enumerable.Range(0, RowCount).Select(_ => Math.Max(-1, from + (int)random.NextBelow(labels - from)))];
        return RowLabels.Over(name, new LabelSet([RowCount], ids, [.. Enumerable.Range(0, labels).Select(label => $"{label}")]), "drawn rows", [RowCount]);
    }

    private static ActivationSet Mapped(Func<double[], double[]> map)
    {
        var values = new double[RowCount * Features];
        Drawn.Activations.Read(0, values.AsSpan());
        return Drawn with { Activations = new DrawnActivations([.. values.Chunk(Features).SelectMany(map)], Features) };
    }

    private static double[] Softmax(double[] row)
    {
        double[] powers = [.. row.Select(Math.Exp)];
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
