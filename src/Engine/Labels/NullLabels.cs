using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>Permutations of one label set among its own labelled rows: a row without a label keeps none, and the label counts stay as they are.</summary>
/// <remarks>The permuted labels are looked up through keyed permutations and never stored.</remarks>
internal sealed class NullLabels
{
    private readonly int[] labelled;
    private readonly int[]? rankOfRow;
    private readonly KeyedPermutation[] permutations;

    public NullLabels(RowLabels labels, long rows, bool[]? selected, ulong seed, int count)
    {
        var found = new List<int>();
        var ranks = new int[rows];
        for (var row = 0L; row < rows; row++)
        {
            var used = (selected is null || selected[row]) && labels[row] >= 0;
            ranks[row] = used ? found.Count : -1;
            if (used) found.Add(labels[row]);
        }

        labelled = [.. found];
        rankOfRow = found.Count == rows ? null : ranks;
        permutations = [.. Enumerable.Range(0, count).Select(index => new KeyedPermutation(seed, string.Create(CultureInfo.InvariantCulture, $"null/{labels.Name}/{index}"), found.Count))];
    }

    /// <summary>Gives the label of a row in one permutation, -1 for none.</summary>
    public int this[int permutation, long row]
    {
        get
        {
            var rank = rankOfRow is null ? row : rankOfRow[row];
            return rank < 0 ? -1 : labelled[permutations[permutation][rank]];
        }
    }
}
