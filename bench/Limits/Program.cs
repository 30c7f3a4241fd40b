using System.Globalization;
using Infoscope.Limits;
using Infoscope.Measuring;

// What operations achieve, beside what this machine can do at most: arithmetic in registers, and traffic with memory.
const double peakSeconds = 0.5, workSeconds = 1;
const int fewest = 3;
if (args.Length > 0)
{
    Console.Error.WriteLine("usage: Limits; it takes no arguments, and a minute or two");
    return 1;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Machine.Processor}, {Machine.Cores} cores, {FmaPeak.VectorBits} bits, load {Machine.Load}; {Machine.Runtime}\n"));
int[] threadCounts = Machine.Cores > 1 ? [1, Machine.Cores] : [1];
var peaks = new MarkdownTable("threads", "single GFLOP/s", "double GFLOP/s", "read GB/s", "triad GB/s");
var limits = new Dictionary<int, (double Single, double Double, double Read)>();
foreach (var threads in threadCounts)
{
    limits[threads] = (FmaPeak.Single(threads, peakSeconds).Best, FmaPeak.Double(threads, peakSeconds).Best, Bandwidth.Read(threads, peakSeconds));
    peaks.Add(Number(threads), Giga(limits[threads].Single), Giga(limits[threads].Double), Giga(limits[threads].Read), Giga(Bandwidth.Triad(threads, peakSeconds)));
}

Console.WriteLine($"The most that was measured:\n\n{peaks}");
var table = new MarkdownTable("operation", "threads", "ms, least", "GFLOP/s", "of peak", "of peak, by processor time", "GB/s", "of reading");
foreach (var maker in AllWork.Makers)
{
    foreach (var threads in threadCounts)
    {
        using var work = maker(threads);
        var (seconds, processorSeconds) = Repeat(work.Run);
        var peak = work.IsDouble ? limits[threads].Double : limits[threads].Single;
        table.Add(
            work.Name, Number(threads), Milli(seconds), Giga(work.Operations / seconds), Percent(work.Operations / seconds / peak), Percent(work.Operations / processorSeconds / (peak / threads)),
            Giga(work.Bytes / seconds), Percent(work.Bytes / seconds / limits[threads].Read));
    }
}

using (var file = new FileReading())
{
    foreach (var (name, run) in new (string, Action)[] { ("bytes", file.ReadBytes), ("single", file.ReadSingle), ("double", file.ReadDouble) })
    {
        var (seconds, _) = Repeat(run);
        table.Add($"reading a file of float32 as {name}", "1", Milli(seconds), "", "", "", Giga(FileReading.Bytes / seconds), Percent(FileReading.Bytes / seconds / limits[1].Read));
    }
}

Console.WriteLine($"What operations achieve, by the least time of each; bytes are those that must be touched once:\n\n{table}");
return 0;

// Until it is compiled for good, and then as long again: the least time, and the mean of processor time, which other programs hardly touch.
static (double LeastSeconds, double ProcessorSeconds) Repeat(Action run)
{
    for (double spent = 0; spent < workSeconds; spent += Cost.Of(run).WallSeconds)
    {
    }

    List<Cost> costs = [];
    while (costs.Count < fewest || costs.Sum(cost => cost.WallSeconds) < workSeconds) costs.Add(Cost.Of(run));
    return (costs.Min(cost => cost.WallSeconds), costs.Average(cost => cost.ProcessorSeconds));
}

static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
static string Giga(double perSecond) => (perSecond / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
static string Milli(double seconds) => (seconds * 1e3).ToString("0.00", CultureInfo.InvariantCulture);
static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
