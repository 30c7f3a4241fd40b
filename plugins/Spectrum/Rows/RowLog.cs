using System.Buffers;
using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Rows in the order in which they came, and which of them were merged in, so that any of them can be summed later to the bits that they would have had at once.</summary>
/// <remarks>The additions of floating point do not associate: what a merge added up first is added up first again.</remarks>
/// <param name="features">The number of features of a row.</param>
/// <param name="spare">Pages that nobody uses, for these rows and those of sums.</param>
internal sealed class RowLog(int features, Stack<double[]> spare)
{
    private readonly List<MergeMark> marks = [];

    /// <summary>Gets the rows.</summary>
    public RowList Rows { get; } = new(features, spare);

    /// <summary>Gets the number of rows.</summary>
    public int Count => Rows.Count;

    /// <summary>Gets where merged rows begin and end, in the order of the rows; merged rows may hold merged rows.</summary>
    public IReadOnlyList<MergeMark> Marks => marks;

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> row) => Rows.Add(row);

    /// <summary>Adds a mark, behind those that there are; of a saved log, whose rows are here already.</summary>
    public void Add(MergeMark mark) => marks.Add(mark);

    /// <summary>Merges other rows in.</summary>
    public void Merge(RowLog other)
    {
        if (other.Count == 0) return;
        var first = Count;
        Rows.Add(other.Rows);
        // Merged into nothing rows stay what they are.
        if (first > 0) marks.Add(new MergeMark(first, Begins: true));
        foreach (var mark in other.marks) marks.Add(mark with { Row = first + mark.Row });
        if (first > 0) marks.Add(new MergeMark(Count, Begins: false));
    }

    /// <summary>Sums some of the rows as a sum that is fed and merged does.</summary>
    /// <param name="places">The rows, ascending.</param>
    /// <param name="session">What computes.</param>
    /// <param name="cancellation">Looked at between pages.</param>
    public RowSum Sum(IReadOnlyList<int> places, ComputeSession session, CancellationToken cancellation)
    {
        if (marks.Count == 0 && places.Count > features) return SumAtOnce(places, session, cancellation);
        var open = new Stack<RowSum>([new RowSum(features, spare)]);
        var passed = 0;
        foreach (var place in places)
        {
            if (place % RowList.PageRows == 0) cancellation.ThrowIfCancellationRequested();
            passed = Pass(passed, place, open, session);
            open.Peek().Add(Rows.Row(place), session);
        }

        Pass(passed, Count, open, session);
        return open.Single();
    }

    /// <summary>Forgets everything.</summary>
    /// <param name="most">How many pages are left as spare ones.</param>
    public void Clear(int most = 0)
    {
        Rows.Clear(most);
        marks.Clear();
    }

    // Rows enough for a sum from the first on need not wait for one.
    private RowSum SumAtOnce(IReadOnlyList<int> places, ComputeSession session, CancellationToken cancellation)
    {
        var sum = new RowSum(features, spare);
        var page = ArrayPool<double>.Shared.Rent(RowList.PageRows * features);
        for (var first = 0; first < places.Count; first += RowList.PageRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(RowList.PageRows, places.Count - first);
            for (var row = 0; row < rows; row++) Rows.Row(places[first + row]).CopyTo(page.AsSpan(row * features));
            sum.AddAtOnce(page.AsSpan(0, rows * features), session);
        }

        ArrayPool<double>.Shared.Return(page);
        return sum;
    }

    private int Pass(int mark, int row, Stack<RowSum> open, ComputeSession session)
    {
        for (; mark < marks.Count && marks[mark].Row <= row; mark++)
        {
            if (marks[mark].Begins)
            {
                open.Push(new RowSum(features, spare));
                continue;
            }

            var merged = open.Pop();
            open.Peek().Add(merged, session);
        }

        return mark;
    }
}
