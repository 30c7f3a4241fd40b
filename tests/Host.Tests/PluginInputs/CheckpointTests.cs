using Infoscope.Testing;

namespace Infoscope.Host.Tests.PluginInputs;

/// <summary>A reference and attention that are stored beside each checkpoint and layer.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Sequences = 4, Length = 5, Features = 2;

    private readonly Workspace files = new();
    private readonly StagedPlugins staged = new("EchoInputs");

    public CheckpointTests()
    {
        files.Npy("labels.npy", [Sequences, Length], Generated.Below(Sequences * Length, 2));
        foreach (var step in new[] { 1, 2 })
        {
            byte[] Filled(float value, params long[] shape) => NpyFile.Of(shape, [.. Enumerable.Repeat(value, (int)shape.Aggregate((a, b) => a * b))]);
            files.Write($"step{step}.npz", NpzFile.Of(("a", Filled(1, Sequences, Length, Features)), ("b", Filled(2, Sequences, Length, Features))));
            files.Write($"other{step}.npz", NpzFile.Of(("a", Filled(10 * step, Sequences, Length, 1)), ("b", Filled(20 * step, Sequences, Length, 1))));
        }

        files.Write("attention2.npz", NpzFile.Of(("a", NpyFile.Of([Sequences, 1, Length, Length], [.. Enumerable.Repeat(0.5f, Sequences * Length * Length)])), ("x", NpyFile.Of([1], 1f))));
    }

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Fact]
    public void TheReferenceOfEachCheckpointAndLayerIsItsOwn()
    {
        var rows = Compare("--reference", "other{step}.npz").Done().Rows.Where(row => row["quantity"] == "sum-of-reference");
        const int all = Sequences * Length;
        Assert.Equal([("1", "a", 10.0 * all), ("1", "b", 20.0 * all), ("2", "a", 20.0 * all), ("2", "b", 40.0 * all)], rows.Select(row => (row["step"], row["layer"], row.Number("value"))));
    }

    [Fact]
    public void AttentionThatIsNotThereIsSaidAndTheRestIsUsed()
    {
        var run = Compare("--attention", "attention{step}.npz").Done();
        var attention = Assert.Single(run.Rows, row => row["quantity"] == "sum-of-attention");
        Assert.Equal(("2", "a", 0.5 * Sequences * Length * Length), (attention["step"], attention["layer"], attention.Number("value")));
        Assert.Equal(
            [
                $"{files.PathOf("step1.npz")}:a has no attention: attention1.npz is not there",
                $"{files.PathOf("step1.npz")}:b has no attention: attention1.npz is not there",
                $"{files.PathOf("step2.npz")}:b has no attention: attention2.npz holds no 'b'",
            ],
            run.ErrorLines);
    }

    private HostRun Compare(params string[] more) => files.Compare(
        ["step{step}.npz", "--labels", "y=labels.npy", "--null", "0", "--scale-probe", "off", "--plugin", staged.PathOf("EchoInputs"), "--estimators", "echo-inputs", "--set", "echo-inputs.access=whole-sequences", .. more]);
}
