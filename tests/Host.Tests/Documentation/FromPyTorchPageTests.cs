using System.Globalization;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>
/// The page for people with a PyTorch model, without PyTorch: files of the shapes and dtypes that the page says its code leaves, its command on them, and its table.
/// Numbers are those of other activations, so everything but the numbers of the table is compared.
/// </summary>
public sealed class FromPyTorchPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(FromPyTorchPageTests).Assembly, "docs", "from-pytorch.md"));

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheFilesOfThePageGiveTheTableOfThePage()
    {
        foreach (var (name, type, shape) in StatedFiles()) files.Write(name, type == "int64" ? NpyFile.Of(shape, Tokens(shape)) : NpyFile.Of(shape, Activations(name, shape)));
        var blocks = Regex.Matches(Page, "\n\n```\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToArray();
        var run = files.Run(Regex.Match(blocks[0], "^infoscope (.*)\n$").Groups[1].Value.Split(' ')).Done();
        Assert.Equal(Lines(blocks[1]), Lines(run.Errors + run.Output));
    }

    [Fact]
    public void CheckpointFoldersOfThePageAreOneSet()
    {
        foreach (var step in (int[])[0, 1000])
        {
            foreach (var (name, _, shape) in StatedFiles().Where(file => file.Type != "int64")) files.Write($"step{step:000000}/{name}", NpyFile.Of(shape, Activations(name, shape)));
        }

        var tokens = StatedFiles().Single(file => file.Type == "int64");
        files.Write(tokens.Name, NpyFile.Of(tokens.Shape, Tokens(tokens.Shape)));
        var line = Regex.Match(Page, "^infoscope compare '(step.*?)' (.*)$", RegexOptions.Multiline);
        var rows = files.Compare([line.Groups[1].Value, .. line.Groups[2].Value.Split(' '), "--quantities", "mutual-information", "--null", "0"]).Done().Rows;
        Assert.Equal(
            [("step{step}/embedding.npy", "0"), ("step{step}/embedding.npy", "1000"), ("step{step}/mixer.npy", "0"), ("step{step}/mixer.npy", "1000")],
            rows.Select(row => (row["set"], row["step"])).Order());
    }

    private static IReadOnlyList<(string Name, string Type, long[] Shape)> StatedFiles() =>
    [
        .. Regex.Matches(Page, @"^\| `(\w+\.npy)` \| (\w+) \| \(([\d, ]+)\) \|", RegexOptions.Multiline).Select(row =>
            (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value.Split(", ").Select(axis => long.Parse(axis, CultureInfo.InvariantCulture)).ToArray())),
    ];

    private static long[] Tokens(long[] shape) => Generated.Below((int)(shape[0] * shape[1]), 20);

    // As on the page, an embedding is that of its token alone; the other layer has more to it.
    private static float[] Activations(string name, long[] shape) => Generated.Rows((int)(shape[0] * shape[1]), (int)shape[2], Tokens(shape), spread: name == "embedding.npy" ? 0 : 0.15);

    // Real numbers become one sign; the widths of columns and of their line follow the numbers.
    private static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => Regex.Replace(Regex.Replace(Regex.Replace(line, @"\d+\.\d+", "#"), "─+", "─"), " +", " ").Trim()).Where(line => line.Length > 0)];
}
