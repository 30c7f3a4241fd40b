using System.Text;

namespace Infoscope.Fixtures.CountsObserveCalls;

/// <summary>The state of <see cref="CountsObserveCallsMergeable"/>, with what it was begun with.</summary>
internal sealed class MergeableCallCount(EstimationContext context, CallCount count) : IMergeableEstimation
{
    private readonly string begunWith = $"seed {context.Seed}, {context.Shape}, {context.Options.Bind<AccessOptions>()}";

    private readonly string[] labelSets = [.. context.LabelSets.Select(set => set.Name)];

    public static MergeableCallCount Read(EstimationContext context, Stream from)
    {
        try
        {
            using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
            var saved = reader.ReadString();
            var restored = new MergeableCallCount(context, CallCount.Read(reader));
            return saved == restored.begunWith ? restored : throw new InvalidDataException($"the state was begun with {saved}; this run has {restored.begunWith}.");
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("the state is cut short.");
        }
    }

    public void Observe(in ActivationBlock block) => count.Observe(block);

    public void Merge(IEstimation other)
    {
        if (other is not MergeableCallCount same) throw new ArgumentException($"{other.GetType().Name} is no count of calls.", nameof(other));
        if (same.begunWith != begunWith) throw new ArgumentException($"the other was begun with {same.begunWith}; this one with {begunWith}.", nameof(other));
        if (!same.labelSets.AsSpan().StartsWith(labelSets)) throw new ArgumentException($"the other has the label sets {string.Join(", ", same.labelSets)}; this one's come first: {string.Join(", ", labelSets)}.", nameof(other));
        count.Add(same.Count);
    }

    public void Save(Stream to)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(begunWith);
        count.Write(writer);
    }

    public EstimateSet Complete() => count.Estimates();

    public void Dispose()
    {
    }

    private CallCount Count => count;
}
