using Infoscope.Formats;
using Infoscope.Plugins.Distributions.Tests.Runs;
using Infoscope.Testing;

namespace Infoscope.Plugins.Distributions.Tests.References;

/// <summary>The samples of the repository: attention in float16, and logits.</summary>
public sealed class SampleTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void TheAttentionOfTheLanguageModelIsThatOfTheDefinition()
    {
        var run = Attention() with { Items = true };
        var table = run.With("normalize", "support").Estimate();
        for (var head = -1; head < 4; head++)
        {
            var (expected, item) = (Definition.Of(QueriesOf(run, head)), head < 0 ? "" : $"head {head}");
            Assert.Equal(expected.Mean, table["row-entropy", item], Rounding);
            Assert.Equal(expected.Deviation, table["row-entropy-sd", item], Rounding);
            Assert.Equal(expected.OfMean, table["mean-row-entropy", item], Rounding);
            Assert.Equal(expected.Divergence, table["row-divergence", item], Rounding);
        }

        Assert.Equal("4 heads over 64 positions, causal in 8 of 8 sequences", table.Facts["attention"]);
        Assert.Equal(Enumerable.Range(1, 64).Average(seen => Math.Log(seen)), table.Of("row-entropy").Scale!.Value.Number, Rounding);
    }

    [Fact]
    public void SumsOfFloat16AreWithinTheToleranceAndNotExact()
    {
        var off = QueriesOf(Attention(), -1).Max(query => Math.Abs(query.Sum() - 1));
        // Half a unit of the last of 11 bits, and of the smallest float16 in 64 places.
        Assert.InRange(off, 1e-4, Math.ScaleB(1, -11) + (64 * Math.ScaleB(1, -25)));
        Assert.Throws<NumericalFailureException>(() => Attention().With("tolerance", "0").Estimate());
    }

    [Fact]
    public void LogitsAreRefusedAndTheirSoftmaxIsNot()
    {
        var logits = Read("digits", "tanh-true", "epoch1500.npz", "layer5").Select(value => (double)value).Chunk(10).ToArray();
        Assert.Equal(
            "row 0 is -8.01927 in column 0; row-entropy needs distributions, rows of at least 0 that sum to 1 within 0.001: take the softmax of logits first.",
            Assert.Throws<NumericalFailureException>(RowEntropyRun.Of(logits).Estimate).Message);
        double[][] predictive = [.. logits.Select(row => Drawn.Softmax(row))];
        var table = RowEntropyRun.Of(predictive).Estimate();
        Assert.Equal(Definition.Of(predictive).Mean, table["row-entropy"], Rounding);
        // Sharp rows of ten classes about equally frequent.
        Assert.InRange(table["row-entropy"], 0.01, 0.2);
        Assert.InRange(table["mean-row-entropy"], 0.99 * Math.Log(10), Math.Log(10));
    }

    private static RowEntropyRun Attention()
    {
        const int Heads = 4, Length = 64;
        float[][][] heads = [.. Read("language-model", "", "attention-step002777.safetensors", "layer4").Chunk(Length).Chunk(Length)];
        return RowEntropyRun.OfAttention([.. heads.Chunk(Heads).Select(FedSequence.Of)]);
    }

    private static double[][] QueriesOf(RowEntropyRun run, int only) =>
        [.. run.Sequences.SelectMany(sequence => sequence.Heads.Where((_, head) => only < 0 || head == only)).SelectMany(head => head).Select(query => Array.ConvertAll(query, weight => (double)weight))];

    private static float[] Read(string folder, string subfolder, string file, string key)
    {
        using var stored = ArrayFile.Open(Repository.PathOf(typeof(SampleTests).Assembly, "samples", "data", folder, subfolder, file));
        var array = stored.Find(key);
        var values = new float[array.Length];
        array.Read(0, values);
        return values;
    }
}
