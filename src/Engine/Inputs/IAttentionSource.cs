namespace Infoscope.Engine.Inputs;

/// <summary>Attention of the first sequences of a data set; the sequences beyond have none.</summary>
public interface IAttentionSource
{
    /// <summary>Gets the name for messages.</summary>
    string Name { get; }

    /// <summary>Gets the number of sequences, counted from the first, that have attention.</summary>
    long Sequences { get; }

    /// <summary>Gets the number of heads.</summary>
    int Heads { get; }

    /// <summary>Gets the number of queries, which is the number of keys and the length of a sequence.</summary>
    int Length { get; }

    /// <summary>Reads one sequence, row-major (heads, queries, keys).</summary>
    void Read(long sequence, Span<float> attention);
}
