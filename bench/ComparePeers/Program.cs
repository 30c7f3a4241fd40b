using Infoscope.ComparePeers.Lines;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

// Ours against the peers on this machine, line by line; exit code 2 when a limit is not met or two sides do not compute the same.
Settings settings;
try
{
    settings = CommandLine.Parse(args, [.. AllLines.Lines.Select(line => line.Name)]);
}
catch (FormatException refusal)
{
    Console.Error.WriteLine($"{refusal.Message}\n{CommandLine.Usage}");
    return 1;
}

var folder = Directory.CreateDirectory(Path.Combine(settings.Folder, $"infoscope-peers-{Environment.ProcessId}"));
try
{
    if (settings.IsGrowth)
    {
        Console.WriteLine(Infoscope.ComparePeers.Growth.AllSeries.Measure(folder.FullName, settings));
        return 0;
    }

    var python = new PythonPeers(settings.Python, Settings.Threads, settings.CoreType);
    var versions = python.Versions;
    if (versions["openblas"] is null) throw new InvalidOperationException("numpy does not compute with OpenBLAS, and a peer without it is no peer; bench/compare-with-peers installs it.");
    Console.Error.WriteLine($"{Machine.Processor}, {Machine.Cores} cores, {FmaPeak.VectorBits} bits, load {Machine.Load}; {Machine.Runtime}; {string.Join(", ", versions.Select(one => $"{one.Key} {one.Value}"))}");
    List<LineResult> rows = [];
    foreach (var line in AllLines.Lines.Where(line => settings.Lines.Count == 0 || settings.Lines.Contains(line.Name)))
    {
        Console.Error.WriteLine($"{line.Name} ...");
        rows.AddRange(line.Run(new Bench(settings, python, folder.FullName)));
        if (settings.Csv is not null) File.WriteAllText(settings.Csv, ResultTable.Csv(rows, versions));
    }

    Console.WriteLine(ResultTable.Markdown(rows));
    return rows.Any(row => row.Verdict is "over" or "differs") ? 2 : 0;
}
finally
{
    folder.Delete(recursive: true);
}
