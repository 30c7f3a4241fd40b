namespace Infoscope.Plugins.Spectrum.Distances.Sentences;

/// <summary>Sentences up to a largest number; of more it keeps those with the lowest tickets, so the order they come in does not matter.</summary>
internal sealed class SentenceSample(int most, Func<string, RandomStream> open)
{
    private readonly SortedSet<(ulong Ticket, int Sequence)> tickets = [];
    private readonly SortedDictionary<int, Sentence> kept = [];

    /// <summary>Gets the number of sentences so far, those not kept among them.</summary>
    public int Seen { get; private set; }

    /// <summary>Gets the sentences that are kept, in the order of their sequences.</summary>
    public IReadOnlyCollection<Sentence> Kept => kept.Values;

    /// <summary>Takes a sentence, and may let go of one.</summary>
    /// <exception cref="ArgumentException">Its sequence is one of those that are kept.</exception>
    public void Add(Sentence sentence)
    {
        if (!kept.TryAdd(sentence.Sequence, sentence)) throw new ArgumentException($"sequence {sentence.Sequence} came twice; a sequence comes whole, in one block.");
        tickets.Add((open($"sentence {sentence.Sequence}").NextUInt64(), sentence.Sequence));
        Seen++;
        if (kept.Count <= most) return;
        var last = tickets.Max;
        tickets.Remove(last);
        kept.Remove(last.Sequence);
    }

    public void Clear()
    {
        tickets.Clear();
        kept.Clear();
    }
}
