using System.Text.Json;

namespace Infoscope.Host.Tests.Commands;

/// <summary>What inspect says of files, and that compare does the same.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void NumbersAreCountedAndMeasured()
    {
        files.Npy("acts.npy", [5, 2], [3f, 4, 0, 0, float.NaN, 1, 6, 8, float.NegativeInfinity, float.NaN]);
        var array = Assert.Single(Objects("acts.npy"));
        Assert.Equal((0.0, 8.0), (array.GetProperty("minimum").GetDouble(), array.GetProperty("maximum").GetDouble()));
        Assert.Equal((3 + 4 + 0 + 0 + 1 + 6 + 8) / 7.0, array.GetProperty("mean").GetDouble(), 1e-15);
        Assert.Equal((2, 1, 2, 1), (Count(array, "nan"), Count(array, "infinite"), Count(array, "non_finite_rows"), Count(array, "zero_rows")));
        Assert.Equal((0.0, 10.0), (array.GetProperty("smallest_norm").GetDouble(), array.GetProperty("largest_norm").GetDouble()));
        Assert.Equal("activations", array.GetProperty("use").GetString());
    }

    [Fact]
    public void RowsThatAreLongerThanABlockAreMeasuredWhole()
    {
        // A block is 2^20 elements.
        const int features = (1 << 20) + 3;
        var values = new float[3 * features];
        values[0] = values[features - 1] = 3;
        values[features - 2] = 4;
        values[2 * features] = values[(3 * features) - 1] = 1;
        values[(2 * features) + 5] = float.NaN;
        files.Npy("wide.npy", [3, features], values);
        var array = Assert.Single(Objects("wide.npy"));
        Assert.Equal((1, 1), (Count(array, "zero_rows"), Count(array, "non_finite_rows")));
        Assert.Equal(Math.Sqrt(34), array.GetProperty("largest_norm").GetDouble(), 1e-12);
    }

    [Fact]
    public void NumbersNearTheLargestDoNotOverflow()
    {
        files.Write("huge.npy", NpyFile.Of([2, 2], [1.6e308, -1.6e308, 1.6e308, 1.6e308]));
        files.Write("tiny.npy", NpyFile.Of([1, 2], [3e-300, 4e-300]));
        var huge = Assert.Single(Objects("huge.npy"));
        Assert.Equal(0.8e308, huge.GetProperty("mean").GetDouble(), 1e294);
        // The norms are beyond the largest double, which is no row with an infinity.
        Assert.Equal((0, JsonValueKind.Null), (Count(huge, "non_finite_rows"), huge.GetProperty("largest_norm").ValueKind));
        Assert.Equal(5e-300, Assert.Single(Objects("tiny.npy")).GetProperty("largest_norm").GetDouble(), 1e-314);
    }

    [Fact]
    public void LabelsAreCounted()
    {
        files.Npy("labels.npy", [6], 4L, -1, 4, 7, -1, 9);
        files.Write("names.npy", NpyFile.Of([4], "cat", "", "dog", "cat"));
        var numbers = Assert.Single(Objects("labels.npy"));
        Assert.Equal((4, 2, "labels"), (Count(numbers, "different"), Count(numbers, "unlabelled"), numbers.GetProperty("use").GetString()));
        var texts = Assert.Single(Objects("names.npy"));
        Assert.Equal((3, 1, "labels"), (Count(texts, "different"), Count(texts, "unlabelled"), texts.GetProperty("use").GetString()));
        Assert.Equal(["cat", "", "dog"], texts.GetProperty("examples").EnumerateArray().Select(text => text.GetString()!));
    }

    [Fact]
    public void MoreDifferentValuesThanAreKeptAreSaidToBeMore()
    {
        files.Npy("ids.npy", [200_000], [.. Enumerable.Range(0, 200_000).Select(i => (long)i)]);
        Assert.False(Assert.Single(Objects("ids.npy")).GetProperty("different_is_exact").GetBoolean());
        Assert.Contains(files.Run("inspect", "ids.npy").Done().OutputLines, line => line.Contains("more than ", StringComparison.Ordinal));
    }

    [Fact]
    public void ColumnsOfATableAreNumbersOrTexts()
    {
        files.Write("t.csv", "class,score,id,blank\ncat,1.5,1,\ndog,,2,\ncat,nan,-1,\n");
        var columns = Objects("t.csv").ToDictionary(column => column.GetProperty("key").GetString()!);
        Assert.Equal(["class texts 2 0", "score numbers 3 1", "id whole numbers 3 1", "blank nothing 1 3"], columns.Values.Select(column => $"{column.GetProperty("key")} {column.GetProperty("dtype")} {column.GetProperty("different")} {column.GetProperty("unlabelled")}"));
        Assert.All(columns.Values, column => Assert.Equal(("column", "labels of 3 rows"), (column.GetProperty("kind").GetString(), column.GetProperty("use_in_words").GetString())));
        Assert.Equal("id", Assert.Single(Objects("t.csv:id")).GetProperty("key").GetString());
        files.Run("inspect", "t.csv:clas").AssertRefused("t.csv has no column 'clas'; did you mean class?");
    }

    [Fact]
    public void EveryShapeIsSaidToBeWhatItIsFor()
    {
        files.Write("all.npz", NpzFile.Of(
            ("flat", NpyFile.Of([4, 2], new float[8])), ("layer", NpyFile.Of([2, 2, 3], new float[12])), ("attention", NpyFile.Of([2, 1, 2, 2], new float[8])), ("tokens", NpyFile.Of([2, 2], new long[4])),
            ("loss", NpyFile.Of([4], new float[4])), ("none", NpyFile.Of([0, 2], new float[0])), ("objects", NpyFile.OfObjects(1))));
        var uses = Objects("all.npz").ToDictionary(array => array.GetProperty("key").GetString()!, array => (array.GetProperty("use").GetString()!, array.GetProperty("use_in_words").GetString()!));
        Assert.Equal(("activations", "activations of 4 rows x 2 features"), uses["flat"]);
        Assert.Equal(("sequences", "activations of 2 sequences x 2 positions x 3 features, with --sequences axes, or labels of shape (2, 2) or (2,)"), uses["layer"]);
        Assert.Equal(("attention", "attention of 2 sequences x 1 heads over 2 positions"), uses["attention"]);
        Assert.Equal(("labels", "labels or tokens of 2 sequences x 2 positions, and as activations only when its file or its key is named"), uses["tokens"]);
        Assert.Equal(("left-out", "left out: it has neither the shape (rows, features) nor (sequences, length, features)"), uses["loss"]);
        Assert.Equal(("left-out", "left out: it has the shape (0, 2) and so holds nothing"), uses["none"]);
        Assert.Equal("left-out", uses["objects"].Item1);
        Assert.Contains("Python objects", uses["objects"].Item2, StringComparison.Ordinal);
    }

    // The command is typed as it is printed, but for the shell's quotes.
    [Fact]
    public void TheNextCommandRuns()
    {
        var classes = Generated.Below(30, 3);
        files.Write("my acts.npz", NpzFile.Of(("layer1", NpyFile.Of([30, 2], Generated.Rows(30, 2))), ("layer2", NpyFile.Of([30, 2], Generated.Rows(30, 2))), ("ids", NpyFile.Of([30], classes))));
        files.Npy("class labels.npy", [30], classes);
        var next = files.Run("inspect", "my acts.npz", "class labels.npy").Done().OutputLines[^1];
        Assert.Equal("next: infoscope compare 'my acts.npz:layer*' --labels 'ids=my acts.npz:ids' --labels 'class-labels=class labels.npy'", next);
        var run = files.Compare("my acts.npz:layer*", "--labels", "ids=my acts.npz:ids", "--labels", "class-labels=class labels.npy", "--null", "0").Done();
        Assert.Equal(["layer1", "layer2"], run.Rows.Select(row => row["layer"]).Distinct());
    }

    [Fact]
    public void CheckpointsGetOneCommand()
    {
        foreach (var step in new[] { "010", "002" }) files.Write($"run1/step{step}.safetensors", SafetensorsFile.Of(("layer1", [4, 3, 2], new float[24]), ("layer2", [4, 3, 2], new float[24])));
        files.Npy("run1/tokens.npy", [4, 3], new long[12]);
        files.Npy("run1/attn.npy", [4, 1, 3, 3], new float[36]);
        var lines = files.Run("inspect", "run1").Done().OutputLines;
        Assert.Equal("next: infoscope compare 'run1/step{step}.safetensors:layer*' --labels tokens=ngram:1:run1/tokens.npy --attention run1/attn.npy", lines[^1]);
        Assert.Equal(["run1/attn.npy: 1 array", "run1/step002.safetensors: 2 arrays", "run1/step010.safetensors: 2 arrays", "run1/tokens.npy: 1 array"], lines.Where(line => line.StartsWith("run1", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("next:", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutLabelsTheShapeThatTheyNeedIsSaid()
    {
        files.Npy("acts.npy", [4, 3, 2], new float[24]);
        files.Npy("labels.npy", [7], new long[7]);
        Assert.Equal("next: infoscope compare acts.npy --labels NAME=LABELS, where LABELS is a file of shape (4, 3) or (4,)", files.Run("inspect", "acts.npy", "labels.npy").Done().OutputLines[^1]);
        Assert.Equal("next: infoscope compare ACTIVATIONS --labels labels=labels.npy", files.Run("inspect", "labels.npy").Done().OutputLines[^1]);
    }

    [Fact]
    public void GoodFilesAreInspectedAndBadOnesTold()
    {
        files.Npy("good.npy", [2, 2], new float[4]);
        files.Write("bad.npy", "nothing of the kind");
        files.Write("plan.json", "{}");
        var run = files.Run("inspect", "bad.npy", "good.npy", "plan.json", "absent.npy");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("good.npy: 1 array", run.OutputLines[0]);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("bad.npy does not begin as a .npy file does", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("plan.json is a .json file, which holds no arrays; if it is a plan, run it: infoscope compare plan.json", run.ErrorLines[1]);
        Assert.Contains("absent.npy does not exist", run.ErrorLines[2], StringComparison.Ordinal);
        files.Run("inspect").AssertRefused("nothing to inspect; give FILE, such as: infoscope inspect layer1.npy");
        files.Run("inspect", "good.npy", "--format", "jsnl").AssertRefused("--format is 'jsnl'; did you mean jsonl?");
    }

    [Fact]
    public void ATableIsNotLongerThanPeopleRead()
    {
        files.Write("wide.csv", $"{string.Join(',', Enumerable.Range(0, 3000).Select(i => $"c{i}"))}\n{new string(',', 2999)}\n");
        var lines = files.Run("inspect", "wide.csv").Done().OutputLines;
        Assert.InRange(lines.Length, 200, 220);
        Assert.Contains("  and 2800 more, which --format jsonl has", lines);
        Assert.Equal(3000, Objects("wide.csv").Count);
    }

    [Fact]
    public void DamageThatOnlyReadingShowsIsTold()
    {
        var archive = NpzFile.Of(("a", NpyFile.Of([64, 64], Generated.Rows(64, 64))));
        archive[archive.Length / 2] ^= 0xFF;
        files.Write("damaged.npz", archive);
        var run = files.Run("inspect", "damaged.npz");
        Assert.Equal((1, "", 1), (run.ExitCode, run.Output, run.ErrorLines.Length));
        Assert.Contains("damaged.npz:a", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCharactersInNamesAreEscaped()
    {
        files.Write("names.safetensors", SafetensorsFile.Of(("a\u001b[2Jb\n", [2, 2], new float[4])));
        var run = files.Run("inspect", "names.safetensors").Done();
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("a\\u001b[2Jb\\u000a", run.Output, StringComparison.Ordinal);
    }

    private static long Count(JsonElement array, string property) => array.GetProperty(property).GetInt64();

    private IReadOnlyList<JsonElement> Objects(params string[] arguments) => files.Run(["inspect", "--format", "jsonl", .. arguments]).Done().Objects;
}
