using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Results;

namespace Infoscope.Engine;

/// <summary>Runs estimators on one activation set in one pass over its rows.</summary>
/// <remarks>The path of a row: source, window, feed, estimation; then merge, null and standard error, result row.</remarks>
public sealed class Comparison
{
    private readonly ActivationSet set;
    private readonly IReadOnlyList<EstimatorEntry> estimators;
    private readonly ComparisonSettings settings;
    private readonly long selectedRows;

    /// <summary>Plans a comparison; nothing is read.</summary>
    public Comparison(ActivationSet set, IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(estimators);
        ArgumentNullException.ThrowIfNull(settings);
        this.set = set;
        this.estimators = estimators;
        this.settings = settings;
        selectedRows = set.Selected?.LongCount(used => used) ?? set.Activations.Rows;
    }

    /// <summary>Finds every reason why the comparison cannot run, without reading a row.</summary>
    public IReadOnlyList<CheckProblem> Check()
    {
        var problems = new List<string>();
        if (set.Activations.Features == 0) problems.Add($"{set.Activations.Name} has 0 features; at least 1 is needed.");
        if (selectedRows == 0) problems.Add($"{set.Activations.Name} has 0 rows; at least 1 is needed.");
        if (set.Reference is { } reference && reference.Rows != set.Activations.Rows)
            problems.Add($"the reference {reference.Name} has {reference.Rows} rows; {set.Activations.Name} has {set.Activations.Rows}, and a reference goes row for row.");
        return problems.Count > 0
            ? [.. problems.Select(sentence => new CheckProblem { Sentence = sentence })]
            : [.. estimators.SelectMany(CheckEstimator)];
    }

    /// <summary>Reads the rows once and estimates everything.</summary>
    /// <param name="progress">Is told the number of rows read so far; null tells nobody.</param>
    /// <param name="cancellation">Ends the run between blocks.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ComparisonResult Run(IProgress<long>? progress, CancellationToken cancellation)
    {
        var needs = estimators.Select(RequirementChecks.Of).ToArray();
        var survey = needs.Any(need => need.Survey) ? Survey.Of(set, selectedRows, settings.Seed, cancellation) : null;
        var labels = new LabelTable(set, settings.Seed, settings.Nulls);
        var layout = new FeedLayout(set, labels, selectedRows, settings.LargestBuffer, cancellation);
        var runs = estimators.Zip(needs, (entry, need) => Plan(entry, need, labels, survey, cancellation)).ToArray();
        var feeds = FeedPlan.Of(runs.Where(run => run.Failure is null), layout, settings);
        using var workers = new PinnedWorkers(Math.Clamp(settings.Threads, 1, Math.Max(1, feeds.Count)));
        try
        {
            new Feeder(layout, feeds, workers).Run(progress);
            workers.Run(worker =>
            {
                foreach (var run in runs.Where(run => run.Failure is null && run.HomeFeed % workers.Count == worker)) run.Complete();
            });
        }
        finally
        {
            workers.Run(worker =>
            {
                for (var feed = worker; feed < feeds.Count; feed += workers.Count) feeds[feed].Dispose();
            });
        }

        return new ComparisonResult
        {
            Rows = [.. runs.Where(run => run.Estimates is not null).SelectMany(run => new RowBuilder(set, settings, labels, selectedRows, run).Rows())],
            Failures = [.. runs.Where(run => run.Failure is not null).Select(run => (run.Entry.Id, run.Failure!))],
        };
    }

    private IEnumerable<CheckProblem> CheckEstimator(EstimatorEntry entry)
    {
        var about = "";
        try
        {
            var needs = RequirementChecks.Of(entry);
            about = $"{set.Activations.Name}: ";
            var missing = Missing(entry.Id, needs).ToArray();
            if (missing.Length > 0 || needs.Survey) return missing.Select(sentence => new CheckProblem { Sentence = sentence, Estimator = entry.Id });
            BeginTrial(entry, needs);
            return [];
        }
        catch (Exception failure)
        {
            var isMendable = Failures.IsMendable(failure);
            var sentence = Failures.Describe(failure);
            return [new CheckProblem { Sentence = isMendable ? about + sentence : sentence, Estimator = entry.Id, IsFailure = !isMendable }];
        }
    }

    private IEnumerable<string> Missing(string id, InputRequirements needs)
    {
        if (selectedRows < needs.MinimumRows) yield return $"{set.Activations.Name} has {selectedRows} rows; {id} needs at least {needs.MinimumRows}.";
        if (needs.Labels == InputNeed.Required && set.Labels.Count == 0) yield return $"{id} needs labels; give --labels NAME=FILE.";
        if (needs.Reference == InputNeed.Required && set.Reference is null) yield return $"{id} needs a reference; give --reference FILE.";
        if (needs.Attention == InputNeed.Required && set.Attention is null) yield return $"{id} needs attention; give --attention FILE.";
        if ((needs.Sequences == InputNeed.Required || needs.Access == RowAccess.WholeSequences) && set.Sequences is null)
            yield return $"{id} needs sequences and {set.Activations.Name} has no sequence axis; give activations of shape (sequences, length, features), or --sequences rows.";
    }

    private EstimatorRun Plan(EstimatorEntry entry, InputRequirements needs, LabelTable labels, ActivationSurvey? survey, CancellationToken cancellation)
    {
        var precision = PrecisionOf(needs);
        EstimationContext ContextOf(IReadOnlyList<LabelSetInfo> labelSets) => Context(entry, precision, needs.Labels == InputNeed.None ? [] : labelSets, survey, cancellation);
        var run = new EstimatorRun(entry, needs, precision, labels, ContextOf);
        run.Probe();
        return run;
    }

    private void BeginTrial(EstimatorEntry entry, InputRequirements needs)
    {
        var labelSets = needs.Labels == InputNeed.None ? [] : new LabelTable(set, settings.Seed, 0).Real;
        Beginning.TryMergeable(entry, Context(entry, PrecisionOf(needs), labelSets, null, CancellationToken.None));
    }

    private Precision PrecisionOf(InputRequirements needs) => needs.Precision ?? settings.Precision ?? set.Activations.NativePrecision;

    private EstimationContext Context(EstimatorEntry entry, Precision precision, IReadOnlyList<LabelSetInfo> labelSets, ActivationSurvey? survey, CancellationToken cancellation) => new()
    {
        EstimatorId = entry.Id,
        Shape = new ActivationShape
        {
            Rows = selectedRows,
            Features = set.Activations.Features,
            Sequences = set.Sequences?.Count ?? 0,
            ReferenceFeatures = set.Reference?.Features ?? 0,
        },
        Precision = precision,
        Options = entry.Options,
        Seed = settings.Seed,
        LabelSets = labelSets,
        Survey = survey,
        Items = settings.Items,
        Log = settings.Log,
        Cancellation = cancellation,
        OpenCompute = () => settings.Provider.Open(settings.Device, precision),
    };
}
