using System.Diagnostics;
using Infoscope.Conformance;
using Infoscope.Host.Inputs;
using Infoscope.Host.Reports;
using Infoscope.Loading;

namespace Infoscope.Host.Verifying.Child;

/// <summary>The child process: loads one estimator, plans, and does what it is told until its input ends. Whatever an estimator does here, the parent lives.</summary>
internal sealed class ChildProgram
{
    /// <summary>The word that starts it; for the host itself, and so in no help.</summary>
    public const string Word = "verify-child";

    private readonly Lock writing = new();
    private readonly ChildRequest request;
    private readonly Journal journal;
    private Verification? verification;

    private ChildProgram(ChildRequest request)
    {
        this.request = request;
        journal = Journal.Open(request.Journal);
    }

    /// <summary>Runs until stdin ends, and ends the process: an estimator may have left threads that would hold it.</summary>
    public static void Run()
    {
        // An interrupt of the terminal reaches both processes; the parent decides.
        Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;
        var input = Console.In;
        Console.SetIn(TextReader.Null);
        if (input.ReadLine() is { } first && ChildLines.Read<ChildRequest>(first) is { } request)
        {
            var program = new ChildProgram(request);
            AppDomain.CurrentDomain.FirstChanceException += program.EndWithoutMemory;
            Begin(program.Plan);
            while (input.ReadLine() is { } line)
            {
                if (ChildLines.Read<ChildOrder>(line) is { } order) Begin(() => program.Do(order));
            }
        }

        Process.GetCurrentProcess().Kill();
    }

    private static void Begin(Action work) => new Thread(() => work()) { IsBackground = true }.Start();

    // What lacks memory on one thread may fail on any other, so nothing that comes after it can be trusted.
    private void EndWithoutMemory(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is not OutOfMemoryException) return;
        journal.IsOutOfMemory = true;
        Process.GetCurrentProcess().Kill();
    }

    private void Plan()
    {
        try
        {
            // Never disposed: the plugin is needed as long as the process lives.
            var catalog = PluginCatalog.Discover([], [request.Plugin], request.Image is { } image ? new Dictionary<string, ReadOnlyMemory<byte>> { [request.Plugin] = image } : []);
            var loaded = catalog.LoadEstimator(request.Estimator);
            var files = new SmallFiles(request.Folder);
            EstimatorEntries.Of(loaded, request.Options, files.OpenArray);
            verification = Verification.Of(SubjectOf(loaded, files), request.Settings);
            var places = Enumerable.Range(0, verification.Checks.Count);
            Send(new ChildMessage
            {
                Plan = [.. places.Select(Planned)],
                Alone = [.. places.Where(place => verification.Checks[place].RunsAlone)],
                Problems = verification.Problems,
            });
        }
        catch (PluginLoadException refused)
        {
            Send(new ChildMessage { Refusal = refused.Message });
        }
        catch (Exception failure) when (UserError.ProblemsOf(failure) is { } sentences)
        {
            Send(new ChildMessage { Wrong = sentences });
        }
    }

    // What cannot be tested is known without running anything.
    private CheckReport Planned(int place) => verification!.Ended(place, "", null) is { Configurations.Count: > 0 } planned ? planned : verification.Run(place, _ => { }, CancellationToken.None);

    private Subject SubjectOf(LoadedEstimator loaded, SmallFiles files) => new()
    {
        Id = loaded.Description.Id,
        Version = loaded.Description.Plugin.Version,
        Estimator = loaded.Estimator,
        OptionsType = loaded.OptionsType,
        Quantities = loaded.Description.Quantities,
        Claims = loaded.Description.Claims,
        Disclaimers = loaded.Description.Disclaimers,
        VerifiedWith = loaded.Description.VerifiedWith,
        Options = request.Options,
        OpenArray = files.OpenArray,
    };

    private void Do(ChildOrder order)
    {
        var done = new ChildMessage { Done = order.Place };
        try
        {
            journal.Begin(order.Slot);
            done = Done(order, done);
        }
        catch (Exception failure)
        {
            // A defect of the battery, or something that an estimator threw where nothing may be thrown.
            done = done with { Report = verification!.Ended(order.Place, $"it broke off: {failure.GetType().Name}: {failure.Message}", null) };
        }

        Send(done);
    }

    private ChildMessage Done(ChildOrder order, ChildMessage done)
    {
        switch (order.Work)
        {
            case ChildWork.Run:
                return done with { Report = Small(order, verification!.Run(order.Place, one => journal.Note(order.Slot, one), CancellationToken.None)) };
            case ChildWork.Test:
                Test(order, order.Case!);
                return done;
            case ChildWork.Shrink:
                foreach (var smaller in verification!.Shrink(order.Place, Known(order.Place, order.Case!))) Test(order, smaller);
                return done;
            default:
                return done with { Replay = verification!.ReplayOf(order.Place, order.Number, order.Case) };
        }
    }

    // A fault in a test of averages comes with the data set as it was drawn.
    private CheckReport Small(ChildOrder order, CheckReport report)
    {
        if (report is not { Counterexample: { } one, Exactness: not Exactness.Exact }) return report;
        while (verification!.Shrink(order.Place, one).FirstOrDefault(smaller => Test(order, smaller) is not null) is { } smaller) one = smaller;
        return verification.Test(order.Place, one) is { } sentence ? report with { Sentence = report.Stance == Stance.Disclaimed ? report.Sentence : sentence, Counterexample = one } : report;
    }

    private string? Test(ChildOrder order, TestCase one)
    {
        journal.Note(order.Slot, one);
        return verification!.Test(order.Place, Known(order.Place, one));
    }

    private TestCase Known(int place, TestCase one) => verification!.ConfigurationOf(place, one.Configuration.Text) is { } configuration ? one with { Configuration = configuration } : one;

    private void Send(ChildMessage message)
    {
        lock (writing)
        {
            StandardOutput.Writer.WriteLine(ChildLines.Write(message));
            StandardOutput.Writer.Flush();
        }
    }
}
