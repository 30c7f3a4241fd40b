using System.Diagnostics;
using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

// How long the host takes for a plugin in one file, as a whole process: at its first use, and unchanged.
if (args.Length is < 1 or > 3 || !File.Exists(args[0]) || (args.Length > 2 && args[2] != "ready-to-run"))
{
    Console.Error.WriteLine("SingleFile HOST [REPEATS [ready-to-run]]: give the built host, such as src/Host/bin/Release/net10.0/infoscope.dll");
    return 1;
}

var host = Path.GetFullPath(args[0]);
var repeats = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var isReadyToRun = args.Length > 2 || IsReadyToRun(Path.ChangeExtension(host, ".dll"));
var firstUse = isReadyToRun ? 2.0 : 3.0;
const double unchanged = 0.5;
var isOver = false;
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
        ("`list` without a source file", ["list"], true, unchanged),
        ("`list`, first use", list, false, firstUse),
        ("`compare`, first use", compare, false, firstUse),
        ("`list`, unchanged", list, true, unchanged),
        ("`describe`, unchanged", ["describe", "mean-norm", "--plugin", "MeanNorm.cs"], true, unchanged),
        ("`compare`, unchanged", compare, true, unchanged),
    ];
    Console.Error.WriteLine(isReadyToRun ? "a host that was compiled ahead of time" : "a host that is compiled when it runs");
    Console.WriteLine("| what | least s | median s | limit s | |\n|---|---|---|---|---|");
    foreach (var (what, arguments, isKept, limit) in rows)
    {
        if (isKept) Time(arguments, isKept);
        var seconds = Enumerable.Range(0, repeats).Select(_ => Time(arguments, isKept)).Order().ToArray();
        var median = seconds[repeats / 2];
        isOver |= median > limit;
        Console.WriteLine(FormattableString.Invariant($"| {what} | {seconds[0]:0.00} | {median:0.00} | {limit:0.0} | {(median <= limit ? "" : "over")} |"));
    }

    return isOver ? 2 : 0;
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

// Code of the machine beside that of .NET, as a release has it. Of a host that is one file only the command line can say so.
static bool IsReadyToRun(string library)
{
    if (!File.Exists(library)) return false;
    using var image = new PEReader(File.OpenRead(library));
    return image.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
}

// A .npy file of version 1.0: its header is text of a length that is a multiple of 64, then float32 in row order.
static byte[] Activations(int rows, int features)
{
    var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {features}), }}".PadRight(117) + "\n";
    var random = new Random(1);
    return [0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header), .. Enumerable.Range(0, rows * features).SelectMany(_ => BitConverter.GetBytes(random.NextSingle()))];
}
