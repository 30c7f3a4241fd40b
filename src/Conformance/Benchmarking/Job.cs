using Infoscope.Conformance.Truths;
using Infoscope.Engine;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>One comparison of a benchmark: one estimator on one draw of one task, on one thread.</summary>
/// <remarks>An estimator is compared alone, so that no other moves its null or its numbers.</remarks>
internal sealed record Job(BenchmarkPairing Pairing, int Rows, ulong Seed)
{
    /// <summary>The name of the label set, and of what a value of a pair may say that it is relative to.</summary>
    private const string LabelSet = "label", Reference = "reference";

    private KnownTask Task => Pairing.Task;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public JobOutcome Run(BenchmarkSettings settings, CancellationToken cancellation)
    {
        try
        {
            var comparison = new Comparison(Draw(), [Pairing.Estimator], new ComparisonSettings
            {
                Seed = Seed,
                Nulls = settings.Nulls,
                ProbesScale = false,
                Threads = 1,
                Provider = settings.Provider,
                Device = settings.Device,
                Log = SilentLog.Instance,
            });
            if (comparison.Check() is [var problem, ..]) return new JobOutcome { Failure = WithoutName(problem.Sentence), IsRefusal = !problem.IsFailure };
            var result = comparison.Run(null, cancellation);
            if (result.Failures is [var failure, ..]) return new JobOutcome { Failure = failure.Reason };
            return new JobOutcome { Rows = [.. result.Rows.Where(IsOfTask).OrderBy(row => row.Against.Length).DistinctBy(row => row.Quantity).Select(row => row.WithoutSamples())] };
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new JobOutcome { Failure = Failures.Describe(failure) };
        }
    }

    private bool IsOfTask(ResultRow row) =>
        row.Unit == "nats" && row.Item.Length == 0 && row.LabelSet == (Task.Kind == TaskKind.Labels ? LabelSet : "")
        && (row.Against.Length == 0 || (Task.Kind == TaskKind.Pair && row.Against == Reference)) && Applicability.HasTruthOf(Task, row.Quantity);

    // The task stands beside the sentence wherever it is told, and one sentence for several tasks is told once.
    private string WithoutName(string sentence) => sentence.StartsWith($"{Task.Id}: ", StringComparison.Ordinal) ? sentence[(Task.Id.Length + 2)..] : sentence;

    private ActivationSet Draw()
    {
        var sample = Task.Draw(Rows, Seed);
        return new ActivationSet
        {
            Name = Task.Id,
            Activations = new SampleActivations(sample.Rows, Task.Id),
            Labels = Task.Kind == TaskKind.Labels ? [RowLabels.Over(LabelSet, LabelsOf(sample), Task.Id, [Rows])] : [],
            Reference = Task.Kind == TaskKind.Pair ? new SampleActivations(sample.Reference, Reference) : null,
        };
    }

    private LabelSet LabelsOf(TaskSample sample) => new([Rows], sample.Labels, [.. Enumerable.Range(0, Task.LabelCount).Select(label => $"label {label}")]);
}
