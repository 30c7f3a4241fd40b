using System.Diagnostics;
using System.Globalization;
using Infoscope;
using Infoscope.Plugins.DiffusionSpectral;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

if (args is not ([] or [_] or [_, "doubling"]) || !int.TryParse(args.FirstOrDefault("100"), CultureInfo.InvariantCulture, out var seeds) || seeds < 1)
{
    Console.Error.WriteLine("usage: LanczosErrors [SEEDS [doubling]]");
    return 1;
}

const int Count = 2000;
double[] times = [1, 2];
var settings = args.Length == 2 ? new LanczosSettings() : new LanczosSettings { ToleranceNats = double.PositiveInfinity };
Console.WriteLine("| set | time | exact, bits | RMS error, bits | mean error, bits | mean stated, bits | RMS / stated | within 3 stated | quadrature, bits | probes | exact s / Lanczos s |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var set in SeededSet.All)
{
    using var kernel = set.Kernel(Count);
    var watch = Stopwatch.StartNew();
    var exact = kernel.ExactNats(times);
    var exactSeconds = watch.Elapsed.TotalSeconds;

    // What an estimation of so many rows uses: the kernel in single.
    var points = new Points(set.Points(Count, set.Features), Count, set.Features);
    using var tiled = TiledKernel.Of(kernel.Session, DistinctPoints.Of(points), set.Bandwidth, DiffusionOperator.RandomWalk);
    double[] traces = [tiled.TraceOfFirst, tiled.TraceOfSecond()];
    for (var i = 0; i < times.Length; i++)
    {
        watch.Restart();
        LanczosResult[] results = [.. Enumerable.Range(1, seeds).Select(seed => LanczosEntropy.Of(tiled, tiled.Trivial, traces, times[i], settings, new RandomStream((ulong)seed, "probes"), default))];
        var seconds = watch.Elapsed.TotalSeconds / seeds;
        var errors = new ErrorSummary(results, exact[i]);
        string[] cells =
        [
            set.Name,
            Format(times[i], "0"),
            Format(Bits(exact[i]), "0.000000"),
            Format(Bits(errors.RootMeanSquare), "0.0e0"),
            Format(Bits(errors.MeanError), "0.0e0"),
            Format(Bits(errors.MeanStated), "0.0e0"),
            Format(errors.Ratio, "0.00"),
            $"{errors.WithinThree} of {seeds}",
            Format(Bits(results.Average(result => result.QuadratureErrorNats)), "0.0e0"),
            Format(results.Average(result => result.Probes), "0"),
            $"{Format(exactSeconds, "0.00")} / {Format(seconds, "0.00")} = {Format(exactSeconds / seconds, "0.0")}",
        ];
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }
}

return 0;

static double Bits(double nats) => nats / Math.Log(2);

static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
