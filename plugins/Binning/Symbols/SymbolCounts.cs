using System.Runtime.InteropServices;
using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.States;

namespace Infoscope.Plugins.Binning.Symbols;

/// <summary>Counts of rows by their symbol.</summary>
/// <remarks>Symbols are numbered as they come, and what is given depends on no number. Cost of a row: O(features), and O(1) per label set.</remarks>
internal sealed class SymbolCounts : CellCounts
{
    private const int None = -1;

    private readonly RowSymbol symbol;
    private readonly double logAlphabet;
    private readonly Dictionary<UInt128, int> numbers = [];
    private readonly List<long> counts = [];
    private readonly PairCounts[] pairs;

    // The numbers of the symbols that are places of features, once more, which are found sooner here than by a hash.
    private readonly int[] numbersOfSmall;

    /// <summary>Makes the counts of no row.</summary>
    /// <param name="labelSets">The label sets.</param>
    /// <param name="symbol">What gives a row its symbol.</param>
    /// <param name="logAlphabet">The logarithm of the number of symbols that could occur; infinite where it is not known.</param>
    public SymbolCounts(IReadOnlyList<LabelSetInfo> labelSets, RowSymbol symbol, double logAlphabet)
        : base(labelSets)
    {
        this.symbol = symbol;
        this.logAlphabet = logAlphabet;
        pairs = [.. labelSets.Select(_ => new PairCounts())];
        numbersOfSmall = [.. Enumerable.Repeat(None, symbol.Small)];
    }

    /// <inheritdoc/>
    public override int Tables => 1;

    /// <summary>Gets the number of different symbols.</summary>
    public int Different => counts.Count;

    /// <inheritdoc/>
    public override double LogAlphabet(int table) => logAlphabet;

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<double> row, in ActivationBlock block, int place)
    {
        var (key, outside) = symbol.Of(row);
        var number = NumberOf(key);
        CollectionsMarshal.AsSpan(counts)[number]++;
        Rows++;
        OutsideValues += outside;
        for (var set = 0; set < pairs.Length; set++)
        {
            var label = block.Labels(set)[place];
            if (label >= 0) pairs[set].Add(number, label, 1);
        }
    }

    /// <inheritdoc/>
    public override CountsOfCounts Symbols(int table) => CountsOfCounts.Of(counts);

    /// <inheritdoc/>
    public override LabelTable Table(int table, int labelSet)
    {
        var sorted = pairs[labelSet].Sorted();
        var labelled = new long[counts.Count];
        foreach (var (number, _, rows) in sorted) labelled[number] += rows;
        var cells = new Cell[sorted.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = new Cell(sorted[i].Label, sorted[i].Rows, labelled[sorted[i].Symbol]);
        Array.Sort(cells);
        return new LabelTable(CountsOfCounts.Of(labelled), cells);
    }

    /// <inheritdoc/>
    public override void Merge(CellCounts other)
    {
        base.Merge(other);
        var same = (SymbolCounts)other;
        var mine = new int[same.counts.Count];
        foreach (var (key, number) in same.numbers)
        {
            mine[number] = NumberOf(key);
            counts[mine[number]] = checked(counts[mine[number]] + same.counts[number]);
        }

        for (var set = 0; set < pairs.Length; set++)
        {
            foreach (var (number, label, rows) in same.pairs[set].Sorted()) pairs[set].Add(mine[number], label, rows);
        }
    }

    /// <inheritdoc/>
    public override void Save(BinaryWriter to)
    {
        to.Write(OutsideValues);
        to.Write(counts.Count);
        var places = new int[counts.Count];
        foreach (var ((key, number), place) in numbers.OrderBy(entry => entry.Key).Select((entry, place) => (entry, place)))
        {
            to.Write((ulong)(key >> 64));
            to.Write((ulong)key);
            to.Write(counts[number]);
            places[number] = place;
        }

        foreach (var one in pairs)
        {
            var sorted = one.Sorted().Select(pair => (Place: places[pair.Symbol], pair.Label, pair.Rows)).Order().ToArray();
            to.Write(sorted.Length);
            foreach (var (place, label, rows) in sorted)
            {
                to.Write(place);
                to.Write(label);
                to.Write(rows);
            }
        }
    }

    /// <inheritdoc/>
    public override void Restore(BinaryReader from)
    {
        OutsideValues = StateFormat.ReadCount(from);
        for (var left = StateFormat.ReadCount(from, int.MaxValue); left > 0; left--)
        {
            var key = new UInt128(from.ReadUInt64(), from.ReadUInt64());
            if (!symbol.CanBe(key)) throw StateFormat.Refusal("no row has one of its symbols");
            if (!numbers.TryAdd(key, counts.Count)) throw StateFormat.Refusal("a symbol comes twice");
            counts.Add(StateFormat.ReadPositive(from));
            Rows = checked(Rows + counts[^1]);
        }

        for (var set = 0; set < pairs.Length; set++) RestorePairs(from, set);
    }

    private void RestorePairs(BinaryReader from, int set)
    {
        var labelled = new long[counts.Count];
        var last = (Symbol: -1, Label: -1);
        for (var left = StateFormat.ReadCount(from, int.MaxValue); left > 0; left--)
        {
            var pair = (Symbol: StateFormat.ReadCount(from, counts.Count - 1), Label: StateFormat.ReadCount(from, LabelSets[set].Count - 1));
            if (pair.CompareTo(last) <= 0) throw StateFormat.Refusal("pairs of symbol and label do not ascend");
            last = pair;
            var rows = StateFormat.ReadPositive(from);
            if (rows > counts[pair.Symbol] - labelled[pair.Symbol]) throw StateFormat.Refusal("a symbol has more rows with labels than rows");
            labelled[pair.Symbol] += rows;
            pairs[set].Add(pair.Symbol, pair.Label, rows);
        }
    }

    private int NumberOf(UInt128 key)
    {
        if (key >= (UInt128)numbersOfSmall.Length) return NumberOfLarge(key);
        ref var known = ref numbersOfSmall[(int)key];
        if (known == None) known = NumberOfLarge(key);
        return known;
    }

    private int NumberOfLarge(UInt128 key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
        if (known) return number;
        number = counts.Count;
        counts.Add(0);
        return number;
    }
}
