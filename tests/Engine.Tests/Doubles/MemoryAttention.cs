using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Attention whose every weight is the number of its sequence.</summary>
internal sealed class MemoryAttention(long sequences, int heads, int length) : IAttentionSource
{
    public string Name => "attention";

    public long Sequences => sequences;

    public int Heads => heads;

    public int Length => length;

    public void Read(long sequence, Span<float> attention) => attention.Fill(sequence);
}
