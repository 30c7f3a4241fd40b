using Infoscope.Plugins.Spectrum.Labels;
using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.States;

/// <summary>Writes and reads rows with their labels, or their sums.</summary>
internal sealed class RowStoreState(int features, bool unitRows)
{
    // Far above the rounding of any number of additions, far below a flipped bit that matters.
    private const double Tolerance = 1e-6;

    /// <summary>Writes a store.</summary>
    public static void Write(BinaryWriter to, RowStore store)
    {
        to.Write(store.All is not null);
        if (store.All is { } all) Write(to, all);
        else Write(to, store.Kept);
        foreach (var labelSet in store.LabelSets)
        {
            foreach (var label in labelSet.OfKept) to.Write(label);
            to.Write((long)labelSet.Sums.Count);
            foreach (var (label, sum) in labelSet.Sums)
            {
                to.Write((long)label);
                Write(to, sum);
            }

            to.Write((long)labelSet.Dropped.Count);
            foreach (var (label, rows) in labelSet.Dropped)
            {
                to.Write((long)label);
                to.Write(rows);
            }
        }
    }

    /// <summary>Reads a store that has no row yet.</summary>
    /// <exception cref="InvalidDataException">The stream holds none.</exception>
    public void Read(BinaryReader from, RowStore store)
    {
        var isSummed = from.ReadBoolean();
        if (isSummed)
        {
            store.SumUp();
            Read(from, store.All!);
        }
        else
        {
            Read(from, store.Kept, store.MostKept);
        }

        foreach (var labelSet in store.LabelSets)
        {
            var last = labelSet.Info.Count - 1;
            for (var row = 0; row < store.Kept.Count; row++)
            {
                var label = from.ReadInt32();
                if (label < LabelSetRows.None || label > last) throw SpectrumState.Refusal($"a label is {label}");
                labelSet.OfKept.Add(label);
            }

            var labelled = 0L;
            for (var left = SpectrumState.ReadCount(from, isSummed ? labelSet.Info.Count : 0); left > 0; left--)
            {
                var sum = new RowSum(features);
                if (!labelSet.Sums.TryAdd((int)SpectrumState.ReadCount(from, last), sum)) throw SpectrumState.Refusal("a label comes twice");
                Read(from, sum);
                if (sum.Rows == 0) throw SpectrumState.Refusal("a label has no row");
                labelled = checked(labelled + sum.Rows);
            }

            if (labelled > store.Rows) throw SpectrumState.Refusal($"{labelled} of {store.Rows} rows have a label");
            for (var left = SpectrumState.ReadCount(from, labelSet.Info.Count); left > 0; left--)
            {
                if (!labelSet.Dropped.TryAdd((int)SpectrumState.ReadCount(from, last), SpectrumState.ReadCount(from))) throw SpectrumState.Refusal("a label comes twice");
            }
        }
    }

    private static void Write(BinaryWriter to, RowLog log)
    {
        Write(to, log.Rows);
        to.Write((long)log.Marks.Count);
        foreach (var mark in log.Marks)
        {
            to.Write((long)mark.Row);
            to.Write(mark.Begins);
        }
    }

    private static void Write(BinaryWriter to, RowList rows)
    {
        to.Write((long)rows.Count);
        for (var page = 0; page < rows.Pages; page++) SpectrumState.Write(to, rows.Page(page));
    }

    private static void Write(BinaryWriter to, RowSum sum)
    {
        to.Write(sum.Rows);
        to.Write(sum.Sum is not null);
        if (sum.Sum is { } products) SpectrumState.Write(to, products.Lower);
        Write(to, sum.Pending);
    }

    private void Read(BinaryReader from, RowLog log, int most)
    {
        Read(from, log.Rows, most);
        var (begun, last) = (new Stack<int>(), 1);
        // Each merge brings a row.
        for (var left = SpectrumState.ReadCount(from, 2L * log.Count); left > 0; left--)
        {
            var mark = new MergeMark((int)SpectrumState.ReadCount(from, log.Count), from.ReadBoolean());
            var isEmpty = mark.Begins ? mark.Row == log.Count : !begun.TryPop(out var first) || first == mark.Row;
            if (mark.Row < last || isEmpty) throw SpectrumState.Refusal($"a merge {(mark.Begins ? "begins" : "ends")} before row {mark.Row} of {log.Count}");
            if (mark.Begins) begun.Push(mark.Row);
            last = mark.Row;
            log.Add(mark);
        }

        if (begun.Count > 0) throw SpectrumState.Refusal("a merge does not end");
    }

    private void Read(BinaryReader from, RowSum sum)
    {
        var rows = SpectrumState.ReadCount(from);
        if (from.ReadBoolean())
        {
            if (rows <= features) throw SpectrumState.Refusal($"{rows} rows of {features} features are summed");
            var products = new ProductSum(features);
            foreach (ref var number in products.Lower.AsSpan()) number = SpectrumState.ReadNumber(from);
            Read(from, sum.Pending, Math.Min(rows, RowList.PageRows - 1));
            Check(products, rows - sum.Pending.Count);
            sum.Restore(products, rows);
            return;
        }

        Read(from, sum.Pending, features);
        if (sum.Pending.Count != rows) throw SpectrumState.Refusal($"{sum.Pending.Count} rows are kept of {rows}");
        sum.Restore(null, rows);
    }

    // The diagonal is a sum of squares, and of rows of length 1 it adds up to their number, which tells damaged sums.
    private void Check(ProductSum products, long rows)
    {
        for (var i = 0; i < features; i++)
        {
            var square = products.Lower[ProductSum.Start(i) + i];
            if (square < 0) throw SpectrumState.Refusal($"a sum of squares is {square}");
        }

        if (unitRows && Math.Abs(products.Trace - rows) > Tolerance * Math.Max(1, rows)) throw SpectrumState.Refusal($"squares that add up to {products.Trace} stand for {rows} rows of length 1");
    }

    private void Read(BinaryReader from, RowList rows, long most)
    {
        var row = new double[features];
        // A count may be wrong: room is made as rows come.
        for (var left = SpectrumState.ReadCount(from, most); left > 0; left--)
        {
            double squares = 0;
            foreach (ref var number in row.AsSpan())
            {
                number = SpectrumState.ReadNumber(from);
                squares += number * number;
            }

            if (unitRows && !(Math.Abs(squares - 1) <= Tolerance)) throw SpectrumState.Refusal($"a row of length 1 has the squared length {squares}");
            rows.Add(row);
        }
    }
}
