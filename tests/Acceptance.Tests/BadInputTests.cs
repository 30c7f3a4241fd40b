using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>What diffusion-spectral and lasso cannot use: one sentence each, no row, and the promised exit code; what they can is not clamped.</summary>
public sealed class BadInputTests : IDisposable
{
    private const int WrongInput = 1, NotAll = 3;
    private const int Count = 20, Features = 3, Sequences = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-bad-").FullName;

    public BadInputTests()
    {
        var random = new RandomStream(5, "bad input");
        double[] rows = [.. Enumerable.Range(0, Count * Features).Select(_ => random.NextNormal())];
        Write("rows.npy", [Count, Features], rows);
        Write("one.npy", [1, Features], rows[..Features]);
        Write("nan.npy", [Count, Features], [.. Enumerable.Repeat(double.NaN, Count * Features)]);
        Write("one-nan.npy", [Count, Features], [double.NaN, .. rows[1..]]);
        Write("equal.npy", [Count, Features], [.. Enumerable.Repeat(rows[..Features], Count).SelectMany(row => row)]);
        Write("short.npy", [Count, 1, Features], rows);
        Write("cube.npy", [Sequences, Count / Sequences, Features], rows);
        // Two heads over six positions, one more than a sequence has; and of one sequence more than there are.
        Write("wide.npy", [Sequences, 2, 6, 6], [.. Enumerable.Repeat(1.0 / 6, Sequences * 2 * 36)]);
        Write("many.npy", [Sequences + 1, 2, 5, 5], [.. Enumerable.Repeat(0.2, (Sequences + 1) * 2 * 25)]);
        File.WriteAllText(Path.Combine(folder, "same.csv"), "class\n" + string.Concat(Enumerable.Repeat("cat\n", Count)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ABandwidthOfZeroIsRefused() => AssertRefused(
        WrongInput,
        "diffusion-spectral.bandwidth is '0'; allowed is a number above 0 (10 is the published default) | sqrt-features | median | median/C with a number C above 0 (median/4 does not move with scale).",
        "rows.npy", "--estimators", "diffusion-spectral", "--set", "diffusion-spectral.bandwidth=0");

    [Theory]
    [InlineData("diffusion-spectral")]
    [InlineData("lasso", "--sequences", "rows")]
    public void OneRowIsRefused(string estimator, params string[] more) =>
        AssertRefused(WrongInput, $"{PathOf("one.npy")} has 1 rows; {estimator} needs at least 2.", ["one.npy", "--estimators", estimator, .. more]);

    [Fact]
    public void RowsOfNaNAreNoRows()
    {
        AssertRefused(
            NotAll,
            $"diffusion-spectral failed on {PathOf("nan.npy")}: diffusion-spectral needs at least 2 finite rows and has 0 of {Count}: check the activations.",
            "nan.npy", "--estimators", "diffusion-spectral");
        AssertRefused(
            NotAll,
            $"lasso failed on {PathOf("nan.npy")}: lasso has no sequence to analyse: 1 sequence of fewer than 2 finite tokens and 0 that end in a zero token; it needs one of at least 2 finite tokens, the last of them not zero.",
            "nan.npy", "--estimators", "lasso", "--sequences", "rows");
    }

    [Theory]
    [InlineData("entropy", "1 non-finite row was left out of 20", "diffusion-spectral")]
    [InlineData("information-gain", "1 token is not finite and was left out", "lasso", "--sequences", "rows")]
    public void ARowOfNaNIsLeftOutAndCounted(string quantity, string note, string estimator, params string[] more)
    {
        var row = HostProcess.Run(folder, ["compare", "one-nan.npy", "--estimators", estimator, "--format", "jsonl", .. more]).Rows.Single(row => row.GetProperty("quantity").GetString() == quantity);
        Assert.Equal((Count - 1, 1), (row.GetProperty("rows_used").GetInt32(), row.GetProperty("rows_dropped").GetInt32()));
        Assert.Contains(note, row.GetProperty("notes").GetString()!.Split("; "));
    }

    [Fact]
    public void OneClassHasNoInformationAndItIsSaidWhy()
    {
        var row = HostProcess.Run(folder, "compare", "rows.npy", "--labels", "y=same.csv:class", "--estimators", "diffusion-spectral", "--format", "jsonl").Rows
            .Single(row => row.GetProperty("quantity").GetString() == "mutual-information");
        Assert.Equal(0, row.GetProperty("value").GetDouble());
        Assert.Contains("label set 'y' has usable rows of one label alone, so its information is 0 by definition", row.GetProperty("notes").GetString()!.Split("; "));
    }

    [Fact]
    public void EqualRowsHaveNoMedianDistance() => AssertRefused(
        NotAll,
        $"diffusion-spectral failed on {PathOf("equal.npy")}: bandwidth 'median/4' is 0, as the median distance of the {Count} rows is: more than half of the pairs of rows are equal; use a number as bandwidth.",
        "equal.npy", "--estimators", "diffusion-spectral");

    [Theory]
    [InlineData(
        "entropy",
        "at the lower end of its range, 0.0 % of the way through it: of 20 rows, at this resolution, nearly all rows are one; a smaller bandwidth or a shorter time tells more",
        "diffusion-spectral", "--set", "diffusion-spectral.bandwidth=1")]
    [InlineData("information-gain", "other weights fit as well: tokens repeat or depend on one another", "lasso", "--sequences", "rows")]
    public void EqualRowsAreSaidToBeOne(string quantity, string note, string estimator, params string[] more)
    {
        var row = HostProcess.Run(folder, ["compare", "equal.npy", "--estimators", estimator, "--format", "jsonl", .. more]).Rows.Single(row => row.GetProperty("quantity").GetString() == quantity);
        Assert.Contains(note, row.GetProperty("notes").GetString()!, StringComparison.Ordinal);
        // Rows that are all one: no entropy; as tokens, all of them together tell 1/2 ln(1 + n/s^2), s = 0.01. The tolerance covers the roundings of a Cholesky factor of a matrix of condition n/s^2.
        var expected = quantity == "entropy" ? 0 : 0.5 * Math.Log(1 + (Count / 1e-4));
        Assert.Equal(expected, row.GetProperty("value").GetDouble(), 1e-10);
    }

    [Fact]
    public void SequencesOfLengthOneAreRefused() => AssertRefused(
        NotAll,
        $"lasso failed on {PathOf("short.npy")}: lasso has no sequence to analyse: {Count} sequences of fewer than 2 finite tokens and 0 that end in a zero token; it needs one of at least 2 finite tokens, the last of them not zero.",
        "short.npy", "--sequences", "axes", "--estimators", "lasso");

    [Fact]
    public void AttentionThatDoesNotMatchTheTokensIsRefused()
    {
        AssertRefused(
            WrongInput, $"attention {PathOf("wide.npy")} is over 6 positions; the sequences of the activations have 5.", "cube.npy", "--sequences", "axes", "--estimators", "lasso", "--attention", "wide.npy");
        AssertRefused(
            WrongInput,
            $"attention {PathOf("many.npy")} has 5 sequences and 2 heads; 1 to 4 sequences, the first of the activations, and at least 1 head are needed.",
            "cube.npy", "--sequences", "axes", "--estimators", "lasso", "--attention", "many.npy");
    }

    private void AssertRefused(int exitCode, string sentence, params string[] arguments)
    {
        var run = HostProcess.RunTo(exitCode, folder, ["compare", .. arguments, "--quiet", "--format", "jsonl"]);
        Assert.Equal(sentence, Assert.Single(run.Errors, line => line.Length > 0));
        Assert.Empty(run.Rows);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private void Write(string name, int[] shape, double[] values) => NpyFile.Write(PathOf(name), shape, values);
}
