using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Infoscope.Conformance;
using Infoscope.Host.Commands;
using Infoscope.Host.Plans;
using Infoscope.Host.Watching;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Tests.Watching;

/// <summary>What a plugin may do, done again and again in one process as watching does it, leaves nothing behind.</summary>
public sealed class ReloadTests : IDisposable
{
    private const int Reloads = 200;
    private const int QuickCollections = 10;
    private const int MostCollections = 40;

    // The context of the last run may still be on a stack or in a cache of one entry; so may that of its trial.
    private const int MostAlive = 2;

    // An options record, a law that it breaks, and a type of its own that it throws: each keeps contexts alive if somebody remembers it.
    private const string Source = """
        using Infoscope;
        [Estimator("reloaded", Summary = "Counts rows.", Citation = "none: a test", Options = typeof(Choice))]
        [Estimates("rows-observed")]
        [Claims(Law.ReplicationInvariant, Exactness.Exact)]
        public sealed class Reloaded : IEstimator
        {
            private static readonly Quantity Rows = new() { Id = "rows-observed", Symbol = "N", Name = "rows observed", Kind = QuantityKind.Count };
            public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double };
            public IEstimation Begin(EstimationContext context) => new Estimation(context.Options.Bind<Choice>());

            private sealed class Estimation(Choice choice) : IEstimation
            {
                private long rows;
                public void Observe(in ActivationBlock block) => rows += block.Rows * choice.Weight;
                public EstimateSet Complete() => MAYBE new EstimateSet { Estimates = [new Estimate { Quantity = Rows, Value = Amount.Count(rows), RowsUsed = rows / choice.Weight }] };
            }
        }

        /// <summary>What is chosen.</summary>
        public sealed record Choice
        {
            /// <summary>Gets the weight of a row.</summary>
            [Option("weight of a row", Minimum = 1)]
            public int Weight { get; init; } = 1;

            /// <summary>Gets the mood.</summary>
            [Option("mood")]
            public Mood Mood { get; init; }
        }

        /// <summary>Moods.</summary>
        public enum Mood { Calm, Cross }

        /// <summary>Thrown.</summary>
        public sealed class OwnException(Mood mood) : Exception($"{mood} today");
        """;

    private readonly Workspace files = new();
    private readonly string? cache = Environment.GetEnvironmentVariable("INFOSCOPE_CACHE");

    public ReloadTests()
    {
        files.Npy("acts.npy", [8, 2], Generated.Rows(8, 2));
        Environment.SetEnvironmentVariable("INFOSCOPE_CACHE", files.PathOf(".cache"));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("INFOSCOPE_CACHE", cache);
        files.Dispose();
    }

    [Fact]
    public void TwoHundredReloadsLeaveNothingBehind()
    {
        var contexts = new List<WeakReference>();
        void Note(object? sender, AssemblyLoadEventArgs loaded)
        {
            if (loaded.LoadedAssembly.GetName().Name != "Reloaded") return;
            lock (contexts) contexts.Add(new WeakReference(AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly)));
        }

        AppDomain.CurrentDomain.AssemblyLoad += Note;
        try
        {
            var plugins = new WatchedPlugins([files.PathOf("Reloaded.cs")], Serilog.Core.Logger.None) { Folder = Directory.CreateDirectory(files.PathOf("plugins")).FullName };
            // The first rounds warm up what the process keeps for good.
            for (var round = 0; round < 8; round++) Reload(plugins, round);
            Collect(contexts, MostAlive);
            var (handles, threads, own) = (Handles(), Process.GetCurrentProcess().Threads.Count, OwnFiles());
            for (var round = 0; round < Reloads; round++) Reload(plugins, round);
            var alive = Collect(contexts, MostAlive);
            // Each round loads it twice: to see whether it works, and to run it; one in five does not compile.
            Assert.InRange(contexts.Count, Reloads * 9 / 5, int.MaxValue);
            Assert.InRange(alive, 0, MostAlive);
            // Other tests of this process come and go meanwhile; a handle or a thread for each reload would be hundreds.
            Assert.InRange(Handles() - handles, int.MinValue, Reloads / 4);
            Assert.InRange(Process.GetCurrentProcess().Threads.Count - threads, int.MinValue, Reloads / 4);
            Assert.Equal(own, OwnFiles());
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyLoad -= Note;
        }
    }

    // Five texts, so that most are compiled once; each is loaded anew all the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Reload(WatchedPlugins plugins, int round)
    {
        var variant = round % 5;
        var throws = variant == 3;
        files.Write("Reloaded.cs", variant == 4 ? "this does not compile" : Source.Replace("MAYBE", throws ? "rows > 0 ? throw new OwnException(choice.Mood) :" : "", StringComparison.Ordinal) + $"// {variant}\n");
        var request = new CompareRequest
        {
            Activations = ["acts.npy"],
            Estimators = ["reloaded"],
            Set = ["reloaded.weight=3", "reloaded.mood=cross"],
            Format = "jsonl",
            Out = "out",
            Overwrite = true,
            Threads = 2,
            ScaleProbe = "off",
            BaseFolder = files.PathOf(),
        };
        using var log = new LoggerConfiguration().MinimumLevel.Debug().WriteTo.Console(standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose, restrictedToMinimumLevel: Serilog.Events.LogEventLevel.Fatal).CreateLogger();
        var code = new CompareRun(request, quiet: true, log)
        {
            FindPlugins = () =>
            {
                var catalog = plugins.Find();
                if (round % 10 == 1) AssertBreaksItsLaw(catalog);
                return catalog;
            },
        }.Run(CancellationToken.None);

        // The one that does not compile leaves the one before it, which threw.
        Assert.Equal(variant >= 3 ? 3 : 0, code);
        if (variant < 3) Assert.Contains("\"value\":24", files.Read("out", "results.jsonl"), StringComparison.Ordinal);
    }

    private static void AssertBreaksItsLaw(PluginCatalog catalog)
    {
        var report = Verification.Run(Subject.Of(catalog.LoadEstimator("reloaded").Estimator), new VerificationSettings { Cases = 3, Laws = [Law.ReplicationInvariant, Law.InputUnchanged] }, CancellationToken.None);
        Assert.Equal(Outcome.Failed, report.Checks.Single(check => check.Law == Law.ReplicationInvariant).Outcome);
    }

    private static int Collect(List<WeakReference> contexts, int enough)
    {
        for (var round = 0; round < MostCollections && Alive() > enough; round++)
        {
            // Another test of this process may hold a list of all assemblies for a moment.
            if (round >= QuickCollections) Thread.Sleep(TimeSpan.FromSeconds(0.5));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Alive();

        int Alive()
        {
            lock (contexts) return contexts.Count(context => context.IsAlive);
        }
    }

    // Without the cache, which other tests of this process use meanwhile.
    private string[] OwnFiles() => [.. Directory.GetFileSystemEntries(files.PathOf(), "*", SearchOption.AllDirectories).Where(path => !path.Contains(".cache", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static int Handles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : Process.GetCurrentProcess().HandleCount;
}
