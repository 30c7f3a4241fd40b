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
    private SavedSet? current;

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
        manifest = new StateManifest { Host = host, Contract = contract, Shard = shard, Settings = settings, Estimators = estimators, Sets = [] };
        this.to.Write(StateFormat.Magic);
    }

    /// <summary>Writes what makes the states usable; nothing can be added after it.</summary>
    public void Finish()
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest with { Sets = sets }, StateJson.Options);
        to.Write(text);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        to.Write(length);
        to.Write(to.Hash());
        to.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => to.Dispose();

    /// <summary>Tells whether the folds of an estimator that merges can be saved.</summary>
    internal static bool CanSave(EstimatorEntry entry) => entry.Estimator is IRestoringEstimator;

    /// <summary>Says that they cannot.</summary>
    internal static string CannotSave(EstimatorEntry entry) => $"{entry.Id} cannot take up a saved state, so --save-state cannot hold it; name other estimators with --estimators.";

    /// <summary>Begins the next activation set.</summary>
    internal void Begin(SetDescription description, ActivationSet set, IReadOnlyList<LabelPass> passes, CancellationToken cancellation)
    {
        parts.Clear();
        var first = 0;
        var saved = new List<SavedPass>();
        foreach (var pass in passes)
        {
            saved.Add(new SavedPass(pass.HasReal, first, pass.Nulls.Count));
            first += pass.Nulls.Count;
        }

        current = new SavedSet { Description = description, Content = ContentHash.Of(set, cancellation), Passes = saved, Runs = [] };
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
                saved.Add(new SavedPart(pass, part.Fold, part.Estimation.Rows, part.Estimation.Seconds, offset, to.Position - offset));
                if (part.Estimation.Failure is { } afterwards) run.Fail(afterwards);
            }
        }
    }

    /// <summary>Ends the activation set.</summary>
    /// <param name="runs">Its runs.</param>
    internal void End(IReadOnlyList<EstimatorRun> runs) => sets.Add(current! with
    {
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

    private int PlaceOf(string id)
    {
        for (var place = 0; place < manifest.Estimators.Count; place++)
        {
            if (manifest.Estimators[place].Id == id) return place;
        }

        throw new InvalidOperationException($"{id} is no estimator of this comparison");
    }
}
