using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>The numbers of one label set in nats, means over the tables with equal weight.</summary>
internal sealed class LabelSetNumbers
{
    private readonly CountedEntropy entropies;

    /// <summary>Computes the numbers of a label set; without a usable row it has no labels and no numbers. Cost: O(cells log cells), and the memory of the cells of one table.</summary>
    public LabelSetNumbers(CellCounts counts, int labelSet, CountedEntropy entropies, CancellationToken cancellation)
    {
        this.entropies = entropies;
        for (var table = 0; table < counts.Tables; table++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(counts.Table(table, labelSet), table);
        }

        Divide(counts.Tables);
    }

    /// <summary>Gets the labels that occur, ascending.</summary>
    public int[] Labels { get; private set; } = [];

    /// <summary>Gets the number of rows of each.</summary>
    public long[] LabelRows { get; private set; } = [];

    /// <summary>Gets H(T|Y=y) of each.</summary>
    public double[] LabelEntropiesNats { get; private set; } = [];

    /// <summary>Gets the most that each of those can be, see <see cref="CountedEntropy.CeilingNats"/>.</summary>
    public double[] LabelCeilingsNats { get; private set; } = [];

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the number of symbols, over all tables, that one row alone has.</summary>
    public long Alone { get; private set; }

    /// <summary>Gets H(T).</summary>
    public double EntropyNats { get; private set; }

    /// <summary>Gets the most that H(T) can be.</summary>
    public double EntropyCeilingNats { get; private set; }

    /// <summary>Gets sum p(y) H(T|Y=y).</summary>
    public double ConditionalEntropyNats { get; private set; }

    /// <summary>Gets the mean of H(T|Y=y) with equal weight of each label.</summary>
    public double UnweightedConditionalEntropyNats { get; private set; }

    /// <summary>Gets the most that the mean can be.</summary>
    public double UnweightedCeilingNats { get; private set; }

    /// <summary>Gets H(T) - sum p(y) H(T|Y=y).</summary>
    public double InformationNats { get; private set; }

    /// <summary>Gets min(H(Y), H(T)), the most that the information can be under plug-in.</summary>
    public double InformationCeilingNats { get; private set; }

    /// <summary>Gets the mean over labels of the divergence of a label's frequencies and those of all other labelled rows; 0 with one label.</summary>
    public double OneAgainstRestNats { get; private set; }

    private void Add(LabelTable table, int place)
    {
        ArraySegment<Cell>[] byLabel = [.. table.ByLabel()];
        if (byLabel.Length == 0) return;
        if (Labels.Length == 0) TakeLabels(byLabel, table.Symbols.Total);
        var (conditional, unweighted, labelEntropy, divergence) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < byLabel.Length; i++)
        {
            var share = (double)LabelRows[i] / Rows;
            var entropy = entropies.Nats(CountsOfCounts.Of(byLabel[i].Select(cell => cell.Count)), place);
            var ceiling = entropies.CeilingNats(LabelRows[i], place);
            LabelEntropiesNats[i] += entropy;
            LabelCeilingsNats[i] += ceiling;
            conditional += share * entropy;
            unweighted += entropy / byLabel.Length;
            UnweightedCeilingNats += ceiling / byLabel.Length;
            if (share > 0) labelEntropy -= share * Math.Log(share);
            if (byLabel.Length > 1 && entropies.IsPlugIn) divergence += AgainstRest(byLabel[i], LabelRows[i], Rows - LabelRows[i]) / byLabel.Length;
        }

        var whole = entropies.Nats(table.Symbols, place);
        EntropyNats += whole;
        EntropyCeilingNats += entropies.CeilingNats(Rows, place);
        ConditionalEntropyNats += conditional;
        UnweightedConditionalEntropyNats += unweighted;
        InformationNats += whole - conditional;
        InformationCeilingNats += Math.Min(labelEntropy, whole);
        OneAgainstRestNats += divergence;
        Alone += SaturationNotes.AloneIn(table.Symbols);
    }

    private void TakeLabels(ArraySegment<Cell>[] byLabel, long rows)
    {
        Rows = rows;
        Labels = [.. byLabel.Select(cells => cells[0].Label)];
        LabelRows = [.. byLabel.Select(cells => cells.Sum(cell => cell.Count))];
        LabelEntropiesNats = new double[byLabel.Length];
        LabelCeilingsNats = new double[byLabel.Length];
    }

    // (KL(p from m) + KL(r from m))/2 with m = (p + r)/2. A symbol that the label never has adds r ln 2, and those need not be visited.
    private static double AgainstRest(ArraySegment<Cell> cells, long rows, long others)
    {
        var (sum, elsewhere) = (0.0, others);
        foreach (var cell in cells)
        {
            var p = (double)cell.Count / rows;
            var r = (double)(cell.SymbolCount - cell.Count) / others;
            var middle = 0.5 * (p + r);
            sum += p * Math.Log(p / middle);
            if (r > 0) sum += r * Math.Log(r / middle);
            elsewhere -= cell.SymbolCount - cell.Count;
        }

        return 0.5 * (sum + Information.FromBits((double)elsewhere / others).Nats);
    }

    private void Divide(int tables)
    {
        for (var i = 0; i < Labels.Length; i++) (LabelEntropiesNats[i], LabelCeilingsNats[i]) = (LabelEntropiesNats[i] / tables, LabelCeilingsNats[i] / tables);
        EntropyNats /= tables;
        EntropyCeilingNats /= tables;
        ConditionalEntropyNats /= tables;
        UnweightedConditionalEntropyNats /= tables;
        UnweightedCeilingNats /= tables;
        InformationNats /= tables;
        InformationCeilingNats /= tables;
        OneAgainstRestNats /= tables;
    }
}
