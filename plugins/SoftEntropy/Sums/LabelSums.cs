using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The summed assignments of each label that has come, in slots in the order in which the labels came.</summary>
/// <remarks>Slots lie in pages, so that more labels move no sum. A page takes memory when a label comes that has no room in those before.</remarks>
internal sealed class LabelSums
{
    // 256 KiB: few pages for many labels. The first page is for few of them.
    private const int PageElements = 1 << 15;
    private const int MostFirstSlots = 16;

    private readonly AssignmentLayout layout;
    private readonly int firstSlots;
    private readonly int pageSlots;
    private readonly List<double[]> pages = [];
    private int[] slots = [];
    private int[] labels = [];
    private long[] rows = [];

    /// <summary>Makes the sums of no row, of a label set that has some labels.</summary>
    public LabelSums(AssignmentLayout layout, int labelCount)
    {
        this.layout = layout;
        pageSlots = Math.Max(1, PageElements / layout.Length);
        firstSlots = Math.Min(pageSlots, labelCount <= pageSlots ? Math.Max(1, labelCount) : MostFirstSlots);
    }

    /// <summary>Gets the number of labels that have a row.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of rows of all labels.</summary>
    public long Rows { get; private set; }

    /// <summary>Gives the label of a slot.</summary>
    public int LabelOf(int slot) => labels[slot];

    /// <summary>Gives the number of rows in a slot.</summary>
    public long RowsOf(int slot) => rows[slot];

    /// <summary>Gives the sums in a slot over all parts.</summary>
    public Span<double> Of(int slot)
    {
        if (slot < firstSlots) return pages[0].AsSpan(slot * layout.Length, layout.Length);
        var (page, place) = Math.DivRem(slot - firstSlots, pageSlots);
        return pages[1 + page].AsSpan(place * layout.Length, layout.Length);
    }

    /// <summary>Gives the sums in a slot of one part.</summary>
    public ReadOnlySpan<double> Of(int slot, int part) => layout.Part(Of(slot), part);

    /// <summary>Gives the slots by increasing label, so that sums over them do not depend on the order of the rows.</summary>
    public int[] SlotsInOrder()
    {
        var inOrder = new int[Count];
        var next = 0;
        foreach (var slot in slots)
        {
            if (slot > 0) inOrder[next++] = slot - 1;
        }

        return inOrder;
    }

    /// <summary>Adds a row of the last chunk of an assignment to its label.</summary>
    public void Add(int label, SoftAssignment assignment, int row)
    {
        var slot = SlotOf(label, out var isNew);
        var sums = Of(slot);
        var anchors = layout.Anchors;
        for (var part = 0; part < layout.Parts; part++)
        {
            var shares = assignment.Shares(part).Slice(row * anchors, anchors);
            if (isNew) shares.CopyTo(sums.Slice(part * anchors, anchors));
            else Vectors.Add(sums.Slice(part * anchors, anchors), shares);
        }

        rows[slot]++;
        Rows++;
    }

    /// <summary>Adds other sums.</summary>
    public void Add(LabelSums other)
    {
        for (var from = 0; from < other.Count; from++)
        {
            var slot = SlotOf(other.labels[from], out var isNew);
            if (isNew) other.Of(from).CopyTo(Of(slot));
            else Vectors.Add(Of(slot), other.Of(from));
            rows[slot] += other.rows[from];
        }

        Rows += other.Rows;
    }

    /// <summary>Makes the slot of a label that has none, and gives its sums to be written.</summary>
    /// <returns>False if the label has a slot.</returns>
    public bool TryBegin(int label, long rowsOfLabel, out Span<double> sums)
    {
        var slot = SlotOf(label, out var isNew);
        sums = Of(slot);
        if (!isNew) return false;
        rows[slot] = rowsOfLabel;
        Rows += rowsOfLabel;
        return true;
    }

    private int SlotOf(int label, out bool isNew)
    {
        if (label >= slots.Length) Array.Resize(ref slots, Math.Max(label + 1, 2 * slots.Length));
        isNew = slots[label] == 0;
        if (!isNew) return slots[label] - 1;
        var slot = Count++;
        slots[label] = Count;
        if (slot == labels.Length)
        {
            var capacity = Math.Max(16, 2 * slot);
            Array.Resize(ref labels, capacity);
            Array.Resize(ref rows, capacity);
        }

        labels[slot] = label;

        // Whoever asked writes the whole slot.
        if (slot == 0) pages.Add(GC.AllocateUninitializedArray<double>(firstSlots * layout.Length));
        else if (slot >= firstSlots && (slot - firstSlots) % pageSlots == 0) pages.Add(GC.AllocateUninitializedArray<double>(pageSlots * layout.Length));
        return slot;
    }
}
