using System.Globalization;

namespace Infoscope.Plugins.Labels.Tests;

/// <summary>Token ids of sequences of equal length, an order and a pad.</summary>
public sealed record TokenCase(long[][] Sequences, int Order, long? Pad)
{
    public int Length => Sequences[0].Length;

    /// <summary>Derives the labels by a source; null when it refuses because no position would have one.</summary>
    public LabelSet? Derive(ILabelSource source)
    {
        try
        {
            return source.Derive(Requests.Of(Requests.Array(Sequences), Order, Pad));
        }
        catch (OptionException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"n={Order} pad={Pad} tokens=[{string.Join("; ", Sequences.Select(sequence => string.Join(" ", sequence)))}]");
}
