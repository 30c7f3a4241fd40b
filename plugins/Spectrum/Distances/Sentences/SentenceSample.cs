namespace Infoscope.Plugins.Spectrum.Distances.Sentences;

/// <summary>Sentences up to a largest number; of more it keeps those with the lowest tickets, so the order they come in does not matter.</summary>
internal sealed class SentenceSample(int most, Func<string, RandomStream> open)
{
    private readonly SortedDictionary<(ulong Ticket, int Sequence), Sentence> kept = [];

    /// <summary>Gets the number of sentences so far, those not kept among them.</summary>
    public int Seen { get; private set; }

    /// <summary>Gets the sentences that are kept, in the order of their sequences.</summary>
    public IReadOnlyList<Sentence> Kept => [.. kept.Values.OrderBy(sentence => sentence.Sequence)];

    /// <summary>Takes a sentence, and may let go of one.</summary>
    /// <exception cref="ArgumentException">Its sequence has come before.</exception>
    public void Add(Sentence sentence)
    {
        var key = (open($"sentence {sentence.Sequence}").NextUInt64(), sentence.Sequence);
        if (!kept.TryAdd(key, sentence)) throw new ArgumentException($"sequence {sentence.Sequence} came twice; a sequence comes whole, in one block.");
        Seen++;
        if (kept.Count > most) kept.Remove(kept.Keys.Last());
    }

    public void Clear() => kept.Clear();
}
