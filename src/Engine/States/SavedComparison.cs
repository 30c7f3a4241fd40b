using System.Text.Json;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.States;

/// <summary>The parts of one comparison, put together again: the same rows as in one run, to the last bit.</summary>
public sealed class SavedComparison
{
    private readonly IReadOnlyList<SavedState> states;

    private SavedComparison(IReadOnlyList<SavedState> states) => this.states = states;

    /// <summary>Gets the number of activation sets.</summary>
    public int Sets => states[0].Manifest.Sets.Count;

    /// <summary>Gets whether a plugin was refused or failed when a part was saved.</summary>
    public bool AnyFailed => states.Any(state => state.Manifest.AnyFailed);

    /// <summary>Puts states together.</summary>
    /// <exception cref="InvalidDataException">They are not the parts of one comparison, each once; the message says which does not belong and why.</exception>
    public static SavedComparison Of(IReadOnlyList<SavedState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var first = states[0];
        foreach (var state in states.Skip(1))
        {
            if (Difference(first.Manifest, state.Manifest) is { } difference)
                throw StateFormat.Refusal(state.Path, $"belongs to another comparison than {first.Path}: {difference}; merge parts of one comparison alone.");
        }

        if (states.GroupBy(state => state.Shard.Index).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw StateFormat.Refusal(twice.Last().Path, $"is part {twice.Key + 1} of {first.Shard.Count}, as {twice.First().Path} is; give each part once.");
        var missing = Enumerable.Range(0, first.Shard.Count).Except(states.Select(state => state.Shard.Index)).Select(index => index + 1).ToArray();
        return missing.Length == 0
            ? new SavedComparison([.. states.OrderBy(state => state.Shard.Index)])
            : throw new InvalidDataException($"part {string.Join(", ", missing)} of {first.Shard.Count} is missing; give the states of all parts.");
    }

    /// <summary>Names an activation set.</summary>
    public string NameOf(int set) => NameOf(states[0].Manifest.Sets[set].Description);

    /// <summary>Completes one activation set.</summary>
    /// <param name="set">Which, counted from 0.</param>
    /// <param name="estimators">The estimators, in the order of <see cref="SavedState.Estimators"/>.</param>
    /// <param name="settings">The settings, as they were.</param>
    /// <param name="cancellation">Ends the work between estimations.</param>
    public ComparisonResult Complete(int set, IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(estimators);
        ArgumentNullException.ThrowIfNull(settings);
        var description = states[0].Manifest.Describe(set);
        var contexts = new ContextFactory(description, settings, cancellation);
        var saved = states.Select(state => (State: state, state.Manifest.Sets[set].Runs)).ToArray();
        var passes = PassesOf(states[0].Manifest.Sets[set], description, settings);
        var runs = saved[0].Runs.Select((_, place) => Restored(place, [.. saved.Select(one => (one.State, one.Runs[place]))], passes, estimators, contexts, cancellation)).ToArray();
        return Comparison.ResultOf(description, settings, runs);
    }

    private static EstimatorRun Restored(
        int ordinal, (SavedState State, SavedRun Run)[] parts, IReadOnlyList<LabelPass> passes, IReadOnlyList<EstimatorEntry> estimators, ContextFactory contexts, CancellationToken cancellation)
    {
        var about = parts[0].Run;
        var entry = estimators[about.Estimator];
        var run = new EstimatorRun(ordinal, entry, RequirementChecks.Of(entry), about.Precision, contexts, about.IsProbe ? Derived.ScaleProbe.Factor : 1);
        if (parts.Select(part => part.Run.Failure).FirstOrDefault(failure => failure is not null) is { } reason)
        {
            run.Fail(reason);
            return run;
        }

        if (parts.Select(part => part.Run).FirstOrDefault(one => one.Finished is not null) is { } finished)
        {
            run.Finish(finished.Finished!, finished.Seconds);
            return run;
        }

        for (var pass = 0; pass < passes.Count; pass++)
        {
            try
            {
                foreach (var (state, part) in parts.SelectMany(one => one.Run.Parts.Select(part => (one.State, part))).Where(one => one.part.Pass == pass).OrderBy(one => one.part.Fold))
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var from = state.OpenPart(part);
                    run.RestorePart(part.Fold, passes[pass], part.Rows, part.Seconds, from);
                }

                if (run.Parts.Count > 0) run.Complete(passes[pass]);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                run.Fail(Failures.Describe(failure));
            }
            finally
            {
                foreach (var part in run.Parts) part.Estimation.Dispose();
                run.NextPass();
            }
        }

        return run;
    }

    private static IReadOnlyList<LabelPass> PassesOf(SavedSet set, SetDescription description, ComparisonSettings settings)
    {
        var real = LabelTable.RealOf(description.Labels);
        var nulls = LabelTable.NullsOf(description.Labels, settings.Nulls);
        return [.. set.Passes.Select(pass => new LabelPass(pass.HasReal, real, [.. nulls.Skip(pass.FirstNull).Take(pass.NullCount)]) { KeepsNulls = pass.KeepsNulls })];
    }

    private static string NameOf(SetDescription set) => string.Join(' ', new[] { set.Name, set.Layer, set.Step }.Where(part => part.Length > 0));

    private static string? Difference(StateManifest one, StateManifest other)
    {
        bool Differ<T>(Func<StateManifest, T> part) => JsonSerializer.Serialize(part(one), StateJson.Options) != JsonSerializer.Serialize(part(other), StateJson.Options);
        if (one.Host != other.Host || one.Contract != other.Contract) return $"it was saved by {other.Host}, that one by {one.Host}";
        if (one.Shard.Count != other.Shard.Count) return $"it is one of {other.Shard.Count} parts, that one of {one.Shard.Count}";
        if (Differ(manifest => manifest.Settings)) return "its settings differ";
        if (Differ(manifest => manifest.Estimators)) return "its estimators or their options differ";
        if (one.Sets.Count != other.Sets.Count) return $"it has {other.Sets.Count} activation sets, that one {one.Sets.Count}";
        if (!one.LabelNames.SequenceEqual(other.LabelNames, new NamesComparer())) return "its labels have other names";
        for (var set = 0; set < one.Sets.Count; set++)
        {
            var (mine, its) = (one.Sets[set].Description, other.Sets[set].Description);
            if (one.Sets[set].Content != other.Sets[set].Content) return $"the rows or labels of {NameOf(its)} are others";
            if (Differ(manifest => new { manifest.Sets[set].Description, manifest.Sets[set].Passes, Runs = manifest.Sets[set].Runs.Select(run => new { run.Estimator, run.IsProbe, run.Precision }) }))
                return $"{NameOf(mine)} is described otherwise, or passes over it were planned otherwise";
        }

        return null;
    }
}
