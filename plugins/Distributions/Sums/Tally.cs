using Infoscope.Plugins.Distributions.States;

namespace Infoscope.Plugins.Distributions.Sums;

/// <summary>How many rows were left out, and what the attention was like.</summary>
/// <param name="NonFinite">Rows with a NaN or an infinity, or with one in their attention.</param>
/// <param name="WithoutAttention">Rows of sequences that have no attention.</param>
/// <param name="Sequences">Sequences with attention.</param>
/// <param name="Causal">Those of them in which no query sees a later position.</param>
internal readonly record struct Tally(long NonFinite, long WithoutAttention, long Sequences, long Causal)
{
    /// <summary>Gets the number of rows that were left out.</summary>
    public long Dropped => NonFinite + WithoutAttention;

    /// <summary>Adds two tallies.</summary>
    public static Tally operator +(Tally left, Tally right) =>
        new(left.NonFinite + right.NonFinite, left.WithoutAttention + right.WithoutAttention, left.Sequences + right.Sequences, left.Causal + right.Causal);

    /// <summary>Writes the numbers.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(NonFinite);
        to.Write(WithoutAttention);
        to.Write(Sequences);
        to.Write(Causal);
    }

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="InvalidDataException">No sequences have such numbers.</exception>
    public static Tally Read(BinaryReader from)
    {
        var read = new Tally(StateFormat.ReadCount(from), StateFormat.ReadCount(from), StateFormat.ReadCount(from), StateFormat.ReadCount(from));
        return read.Causal <= read.Sequences ? read : throw StateFormat.Refusal($"{read.Causal} of {read.Sequences} sequences are causal");
    }
}
