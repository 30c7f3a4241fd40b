using System.Buffers.Binary;
using System.Text.Json;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.States;

/// <summary>Writes the states of a comparison, activation set after activation set, into one stream.</summary>
/// <remarks>Used by one thread at a time. Without <see cref="Finish"/> the stream holds no usable state.</remarks>
public sealed class StateWriter : IDisposable
{
    private readonly HashedStream to;
    private readonly StateManifest manifest;
    private readonly List<SavedSet> sets = [];
    private readonly Dictionary<EstimatorRun, List<SavedPart>> parts = [];
    private readonly List<IReadOnlyList<string>> labelNames = [];
    private readonly NamesComparer same = new();
    private string content = "";

    /// <summary>Begins a stream of states.</summary>
    /// <param name="to">Takes the bytes; it stays open.</param>
    /// <param name="host">The name and version of the host.</param>
    /// <param name="contract">The version of the contract.</param>
    /// <param name="shard">Which part of the comparison is saved.</param>
    /// <param name="settings">The settings that change the result.</param>
    /// <param name="estimators">The estimators, in the order of the comparison.</param>
    public StateWriter(Stream to, string host, string contract, Shard shard, SavedSettings settings, IReadOnlyList<SavedEstimator> estimators)
    {
        ArgumentNullException.ThrowIfNull(to);
        this.to = new HashedStream(to);
        manifest = new StateManifest { Host = host, Contract = contract, Shard = shard, Settings = settings, Estimators = estimators, Sets = [], LabelNames = [] };
        this.to.Write(StateFormat.Magic);
    }

    /// <summary>Writes what makes the states usable; nothing can be added after it.</summary>
    /// <param name="anyFailed">Whether a plugin was refused or failed, which a merge must tell again.</param>
    public void Finish(bool anyFailed)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest with { Sets = sets, LabelNames = labelNames, AnyFailed = anyFailed }, StateJson.Options);
        to.Write(text);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        to.Write(length);
        to.Write(to.Hash());
        to.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => to.Release();

    /// <summary>Tells whether the folds of an estimator that merges can be saved.</summary>
    internal static bool CanSave(EstimatorEntry entry) => entry.Estimator is IRestoringEstimator;

    /// <summary>Says that they cannot.</summary>
    internal static string CannotSave(EstimatorEntry entry) => $"{entry.Id} cannot take up a saved state, so --save-state cannot hold it; name other estimators with --estimators.";

    /// <summary>Begins the next activation set.</summary>
    internal void Begin(ActivationSet set, CancellationToken cancellation)
    {
        parts.Clear();
        content = ContentHash.Of(set, cancellation);
    }

    /// <summary>Writes the states of the folds after a pass.</summary>
    internal void Pass(int pass, IEnumerable<EstimatorRun> runs)
    {
        foreach (var run in runs.Where(run => run.IsFolded))
        {
            if (!CanSave(run.Entry))
            {
                run.Fail(CannotSave(run.Entry));
                continue;
            }

            if (!parts.TryGetValue(run, out var saved)) parts[run] = saved = [];
            foreach (var part in run.Parts)
            {
                if (part.Estimation.Failure is { } failure)
                {
                    run.Fail(failure);
                    break;
                }

                if (part.Estimation.Rows == 0) continue;
                var offset = to.Position;
                part.Estimation.Save(to);
                if (to.WriteFailure is { } full) throw new IOException($"the states cannot be saved: {full}");
                if (to.Position - offset > Array.MaxLength) run.Fail($"the state of a fold has {ByteCount.Text(to.Position - offset)}, and at most {ByteCount.Text(Array.MaxLength)} can be read again; use fewer permutations or labels");
                saved.Add(new SavedPart(pass, part.Fold, part.Estimation.Rows, part.Estimation.Seconds, offset, to.Position - offset));
                if (part.Estimation.Failure is { } afterwards) run.Fail(afterwards);
                // Another thread may merge it.
                part.Estimation.HandOver();
            }
        }
    }

    /// <summary>Ends the activation set.</summary>
    internal void End(SetDescription description, IReadOnlyList<EstimatorRun> runs, IReadOnlyList<LabelPass> passes) => sets.Add(new SavedSet
    {
        Description = description with { Labels = [.. description.Labels.Select(facts => facts with { LabelNames = [] })] },
        LabelNames = [.. description.Labels.Select(facts => PlaceOf(facts.LabelNames))],
        Content = content,
        Passes = [.. Saved(passes)],
        Runs =
        [
            .. runs.Select(run => new SavedRun
            {
                Estimator = PlaceOf(run.Entry.Id),
                IsProbe = run.IsProbe,
                Precision = run.Precision,
                Failure = run.Failure,
                Parts = run.Failure is null ? parts.GetValueOrDefault(run) ?? [] : [],
                Finished = run.IsFolded ? null : run.Estimates,
                Seconds = run.IsFolded ? 0 : run.Seconds,
            }),
        ],
    });

    // Passes that keep their permuted label sets have them in order, from the first on.
    private static IEnumerable<SavedPass> Saved(IReadOnlyList<LabelPass> passes)
    {
        var next = 0;
        foreach (var pass in passes)
        {
            yield return new SavedPass(pass.HasReal, pass.KeepsNulls, next, pass.Nulls.Count);
            if (pass.KeepsNulls) next += pass.Nulls.Count;
        }
    }

    private int PlaceOf(IReadOnlyList<string> names)
    {
        var place = labelNames.FindIndex(known => same.Equals(known, names));
        if (place >= 0) return place;
        labelNames.Add(names);
        return labelNames.Count - 1;
    }

    private int PlaceOf(string id)
    {
        for (var place = 0; place < manifest.Estimators.Count; place++)
        {
            if (manifest.Estimators[place].Id == id) return place;
        }

        throw new InvalidOperationException($"{id} is no estimator of this comparison");
    }
}
