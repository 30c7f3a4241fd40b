namespace Infoscope.Host.Tests.Commands;

/// <summary>One comparison, two checkpoints of two layers with two label sets, run in every format; the tests of its output share the runs.</summary>
public sealed class ComparisonRuns : IDisposable
{
    private static readonly string[] Arguments =
    [
        "compare", "step{step}.npz", "--labels", "token=ngram:1:tokens.npy", "--labels", "who \"spoke\"=speakers.csv:who",
        "--estimators", "soft-entropy", "--set", "soft-entropy.anchors=20", "--null", "4", "--seed", "7",
    ];

    private readonly Workspace files = new();

    public ComparisonRuns()
    {
        const int sequences = 6, length = 10, features = 4;
        var tokens = Generated.Below(sequences * length, 5);
        files.Npy("tokens.npy", [sequences, length], tokens);
        files.Write("speakers.csv", "who\nann\nbob\n\"c, d\"\nann\nbob\nann\n");
        foreach (var step in new[] { "16", "256" })
        {
            byte[] Layer(ulong seed) => NpyFile.Of([sequences, length, features], Generated.Rows(sequences * length, features, tokens, seed));
            files.Write($"step{step}.npz", NpzFile.Of(("layer10", Layer(10)), ("layer2", Layer(2)), ("nll", NpyFile.Of([sequences, length], new float[sequences * length]))));
        }

        Csv = Run("--format", "csv", "--threads", "1");
        CsvAgain = Run("--format", "csv", "--threads", "1");
        CsvOnTwoThreads = Run("--format", "csv", "--threads", "2");
        JsonLines = Run("--format", "jsonl");
        Table = Run();
        QuietBits = Run("--unit", "bits", "--quiet");
    }

    internal HostRun Csv { get; }

    internal HostRun CsvAgain { get; }

    internal HostRun CsvOnTwoThreads { get; }

    internal HostRun JsonLines { get; }

    internal HostRun Table { get; }

    internal HostRun QuietBits { get; }

    public void Dispose() => files.Dispose();

    private HostRun Run(params string[] more) => files.Run([.. Arguments, .. more]).Done();
}
