using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Drawn attention of two heads: positive weights on the positions so far, which sum to one.</summary>
internal sealed class CausalAttention(long sequences, int length) : IAttentionSource
{
    public string Name => "drawn attention";

    public long Sequences => sequences;

    public int Heads => 2;

    public int Length => length;

    public void Read(long sequence, Span<float> attention)
    {
        var random = new RandomStream((ulong)sequence, "attention");
        attention.Clear();
        for (var query = 0; query < Heads * length; query++)
        {
            var seen = attention.Slice(query * length, (query % length) + 1);
            float sum = 0;
            foreach (ref var weight in seen)
            {
                weight = (float)Math.Exp(random.NextNormal());
                sum += weight;
            }

            foreach (ref var weight in seen) weight /= sum;
        }
    }
}
