using Infoscope.Engine.Inputs;
using Infoscope.Formats;

namespace Infoscope.Host.Inputs;

/// <summary>Attention of an array (sequences, heads, queries, keys) in a file, opened at the first read.</summary>
internal sealed class FileAttention : IAttentionSource, IDisposable
{
    private readonly string path;
    private readonly string key;
    private StoredFile? file;

    public FileAttention(string path, StoredArray array, long sequences, long sequenceLength)
    {
        if (array.Shape.Count != 4 || array.Shape[2] != array.Shape[3])
            throw new UserError($"attention {array.Name} has shape {ArrayShape.Text(array.Shape)}; (sequences, heads, length, length) is needed.");
        if (array.Shape[3] != sequenceLength)
            throw new UserError($"attention {array.Name} is over {array.Shape[3]} positions; the sequences of the activations have {sequenceLength}.");
        if (array.Shape[0] < 1 || array.Shape[0] > sequences || array.Shape[1] < 1)
            throw new UserError($"attention {array.Name} has {array.Shape[0]} sequences and {array.Shape[1]} heads; 1 to {sequences} sequences, the first of the activations, and at least 1 head are needed.");
        this.path = path;
        key = array.Key;
        Name = array.Name;
        (Sequences, Heads, Length) = (array.Shape[0], checked((int)array.Shape[1]), checked((int)array.Shape[3]));
    }

    public string Name { get; }

    public long Sequences { get; }

    public int Heads { get; }

    public int Length { get; }

    public void Read(long sequence, Span<float> attention)
    {
        file ??= ArrayFile.Open(path);
        file.Find(key).Read(sequence * Heads * Length * Length, attention);
    }

    public void Dispose()
    {
        file?.Dispose();
        file = null;
    }
}
