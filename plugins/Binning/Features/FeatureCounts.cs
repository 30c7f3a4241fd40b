using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.States;

namespace Infoscope.Plugins.Binning.Features;

/// <summary>Counts of rows by the bin of each feature, one table per feature.</summary>
/// <remarks>Cost of a row: O(features) per label set, and once without any. A label takes 10 bytes per feature and bin, or 2 per feature of each of its rows where that is less.</remarks>
internal sealed class FeatureCounts : CellCounts
{
    private readonly Grid grid;
    private readonly ushort[] bins;

    // Of the rows without a label of the first label set: with those of its labels they are all rows.
    private readonly LabelBins rest;
    private readonly Dictionary<int, LabelBins>[] labels;

    /// <summary>Makes the counts of no row.</summary>
    public FeatureCounts(IReadOnlyList<LabelSetInfo> labelSets, Grid grid)
        : base(labelSets)
    {
        this.grid = grid;
        bins = new ushort[grid.Features];
        rest = NewBins();
        labels = [.. labelSets.Select(_ => new Dictionary<int, LabelBins>())];
    }

    /// <inheritdoc/>
    public override int Tables => grid.Features;

    /// <inheritdoc/>
    public override double LogAlphabet(int table) => Math.Log(grid.BinsOf(table));

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<double> row, in ActivationBlock block, int place)
    {
        OutsideValues += grid.Assign(row, bins);
        Rows++;
        if (labels.Length == 0) rest.Add(bins);
        for (var set = 0; set < labels.Length; set++)
        {
            var label = block.Labels(set)[place];
            if (label >= 0) BinsOf(set, label).Add(bins);
            else if (set == 0) rest.Add(bins);
        }
    }

    /// <inheritdoc/>
    public override CountsOfCounts Symbols(int table)
    {
        var rows = new long[grid.Bins];
        foreach (var part in PartsOfAll())
        {
            foreach (var (bin, count) in part.Of(table)) rows[bin] += count;
        }

        return CountsOfCounts.Of(rows);
    }

    /// <inheritdoc/>
    public override LabelTable Table(int table, int labelSet)
    {
        var labelled = new long[grid.Bins];
        var found = new List<(int Label, int Bin, long Rows)>();
        foreach (var (label, ofLabel) in labels[labelSet].OrderBy(entry => entry.Key))
        {
            foreach (var (bin, rows) in ofLabel.Of(table))
            {
                found.Add((label, bin, rows));
                labelled[bin] += rows;
            }
        }

        return new LabelTable(CountsOfCounts.Of(labelled), [.. found.Select(one => new Cell(one.Label, one.Rows, labelled[one.Bin]))]);
    }

    /// <inheritdoc/>
    public override void Merge(CellCounts other)
    {
        base.Merge(other);
        var same = (FeatureCounts)other;
        foreach (var part in labels.Length == 0 ? same.PartsOfAll() : [same.rest]) rest.Add(part);
        for (var set = 0; set < labels.Length; set++)
        {
            foreach (var (label, theirs) in same.labels[set]) BinsOf(set, label).Add(theirs);
        }
    }

    /// <inheritdoc/>
    public override void Save(BinaryWriter to)
    {
        to.Write(OutsideValues);
        to.Write(Rows);
        if (Rows > 0) All().Save(to);
        foreach (var one in labels)
        {
            to.Write(one.Count);
            foreach (var (label, ofLabel) in one.OrderBy(entry => entry.Key))
            {
                to.Write(label);
                ofLabel.Save(to);
            }
        }
    }

    /// <inheritdoc/>
    public override void Restore(BinaryReader from)
    {
        OutsideValues = StateFormat.ReadCount(from);
        Rows = StateFormat.ReadCount(from);
        var all = NewBins();
        if (Rows > 0) all.Restore(from);
        if (all.Rows != Rows) throw StateFormat.Refusal("the rows do not add up");
        for (var set = 0; set < labels.Length; set++)
        {
            var leftOfBins = all.Counts();
            for (var left = StateFormat.ReadCount(from, LabelSets[set].Count); left > 0; left--)
            {
                var ofLabel = NewBins();
                if (!labels[set].TryAdd(StateFormat.ReadCount(from, LabelSets[set].Count - 1), ofLabel)) throw StateFormat.Refusal("a label comes twice");
                ofLabel.Restore(from, leftOfBins);
            }

            if (set == 0) rest.Add(LabelBins.Of(grid, leftOfBins));
        }

        if (labels.Length == 0) rest.Add(all);
    }

    private LabelBins NewBins() => new(grid);

    private IEnumerable<LabelBins> PartsOfAll() => labels.Length == 0 ? [rest] : labels[0].Values.Append(rest);

    private LabelBins All()
    {
        var all = NewBins();
        foreach (var part in PartsOfAll()) all.Add(part);
        return all;
    }

    private LabelBins BinsOf(int set, int label)
    {
        if (!labels[set].TryGetValue(label, out var ofLabel)) labels[set].Add(label, ofLabel = NewBins());
        return ofLabel;
    }
}
