using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

// How long the host takes for a plugin in one file, as a whole process: at its first use, and unchanged.
if (args.Length is < 1 or > 2 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("SingleFile HOST [REPEATS]: give the built host, such as src/Host/bin/Release/net10.0/infoscope.dll");
    return 1;
}

var host = Path.GetFullPath(args[0]);
var repeats = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var page = File.ReadAllText(Path.Combine("docs", "single-file.md"));
var folder = Directory.CreateTempSubdirectory("infoscope-single-");
try
{
    File.WriteAllText(Path.Combine(folder.FullName, "MeanNorm.cs"), Regex.Match(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
    File.WriteAllBytes(Path.Combine(folder.FullName, "acts.npy"), Activations(rows: 1000, features: 16));
    string[] list = ["list", "--plugin", "MeanNorm.cs"];
    string[] compare = ["compare", "acts.npy", "--plugin", "MeanNorm.cs", "--estimators", "mean-norm", "--format", "csv"];
    (string What, string[] Arguments, bool IsKept, double Limit)[] rows =
    [
        ("`list` without a source file", ["list"], true, 0.5),
        ("`list`, first use", list, false, 3),
        ("`compare`, first use", compare, false, 3),
        ("`list`, unchanged", list, true, 0.5),
        ("`describe`, unchanged", ["describe", "mean-norm", "--plugin", "MeanNorm.cs"], true, 0.5),
        ("`compare`, unchanged", compare, true, 1),
    ];
    Console.WriteLine("| what | least s | median s | limit s | |\n|---|---|---|---|---|");
    foreach (var (what, arguments, isKept, limit) in rows)
    {
        if (isKept) Time(arguments, isKept);
        var seconds = Enumerable.Range(0, repeats).Select(_ => Time(arguments, isKept)).Order().ToArray();
        var median = seconds[repeats / 2];
        Console.WriteLine(FormattableString.Invariant($"| {what} | {seconds[0]:0.00} | {median:0.00} | {limit:0.0} | {(median <= limit ? "" : "over")} |"));
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

double Time(string[] arguments, bool isKept)
{
    var start = new ProcessStartInfo(host.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : host) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
    if (start.FileName == "dotnet") start.ArgumentList.Add(host);
    foreach (var argument in arguments) start.ArgumentList.Add(argument);
    start.Environment["INFOSCOPE_CACHE"] = isKept ? Path.Combine(folder.FullName, "cache") : "off";
    var clock = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    var errors = process.StandardError.ReadToEndAsync();
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0) throw new InvalidOperationException($"exit code {process.ExitCode}: {errors.Result}");
    return clock.Elapsed.TotalSeconds;
}

// A .npy file of version 1.0: its header is text of a length that is a multiple of 64, then float32 in row order.
static byte[] Activations(int rows, int features)
{
    var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {features}), }}".PadRight(117) + "\n";
    var random = new Random(1);
    return [0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header), .. Enumerable.Range(0, rows * features).SelectMany(_ => BitConverter.GetBytes(random.NextSingle()))];
}
