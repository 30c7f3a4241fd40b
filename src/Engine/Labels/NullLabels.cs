using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>Permutations of one label set among its own labelled rows: a row that takes no part keeps what it has, and the label counts stay as they are.</summary>
/// <remarks>
/// The permuted labels are looked up through keyed permutations and never stored. The key is the seed and the number of the permutation, so label sets over the
/// same rows are permuted alike: what is nested stays nested, and a name changes no null.
/// </remarks>
internal sealed class NullLabels
{
    // With fewer arrangements for each permutation that is asked for, the same ones would come again and again.
    private const double FewestArrangements = 50;

    private readonly RowLabels labels;
    private readonly LabelledRows labelled;
    private readonly Func<long, int, int>[] permutations;

    // Permutations within the labels of another set are held, 4 bytes a labelled row, while their pass runs.
    private readonly Lazy<int[]>?[] made = [];
    private readonly Func<int, int[]>? makePlaces;

    /// <summary>Plans permutations.</summary>
    /// <param name="labels">The label set.</param>
    /// <param name="labelled">Its rows that take part.</param>
    /// <param name="rows">The number of all rows.</param>
    /// <param name="sequences">The sequences of the rows; null when they have none.</param>
    /// <param name="within">The label set within whose labels alone labels change places; null for anywhere.</param>
    /// <param name="wanted">What is to change places; null leaves it to the data.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="count">The number of permutations.</param>
    public NullLabels(RowLabels labels, LabelledRows labelled, long rows, SequenceLayout? sequences, RowLabels? within, NullUnit? wanted, ulong seed, int count)
    {
        this.labels = labels;
        this.labelled = labelled;
        if (within is not null)
        {
            var sharing = new LabelGroups(labelled, within, rows);
            made = new Lazy<int[]>?[count];
            makePlaces = index => sharing.Permutation(seed, Purpose(index));
            Release(0, count);
            permutations = [.. Enumerable.Range(0, count).Select(index => (Func<long, int, int>)((_, rank) => made[index]!.Value[rank]))];
            Unit = NullUnit.Rows;
            Note = WithinNote(labels.Name, within.Name, sharing, labelled.Count, sequences is { Count: > 1 });
            return;
        }

        var groups = sequences is { Count: > 1 } && wanted != NullUnit.Rows ? new SequenceGroups(sequences, labelled, rows) : null;
        var bySequences = groups is not null && (wanted == NullUnit.Sequences || (HasEnough(groups, count) && 2 * groups.MovableRows >= labelled.Count));
        permutations = [.. Enumerable.Range(0, count).Select(index => bySequences ? groups!.Permutation(seed, Purpose(index)) : OfRows(seed, index))];
        Unit = bySequences ? NullUnit.Sequences : NullUnit.Rows;
        Note = bySequences ? SequencesNote(groups!, count) : RowsNote(sequences, groups, wanted);
    }

    /// <summary>Gets what changes places.</summary>
    public NullUnit Unit { get; }

    /// <summary>Gets what a reader should know of the null.</summary>
    public string Note { get; }

    /// <summary>Forgets permutations that are held, from one to before another; they are made again when they are looked up.</summary>
    public void Release(int first, int end)
    {
        if (makePlaces is not { } make) return;
        for (var index = first; index < end; index++)
        {
            var which = index;
            made[index] = new Lazy<int[]>(() => make(which));
        }
    }

    /// <summary>Gives the label of a row in one permutation, -1 for none; a row that takes no part has its own.</summary>
    public int this[int permutation, long row]
    {
        get
        {
            var rank = labelled.RankOf(row);
            return rank < 0 ? labels[row] : labelled.Labels[permutations[permutation](row, rank)];
        }
    }

    private static string WithinNote(string name, string within, LabelGroups sharing, int labelled, bool inSequences)
    {
        var note = $"null within {within}: labels change places among the rows that share a label of {within}";
        if (sharing.Ungrouped > 0) note += $"; {sharing.Ungrouped} of {labelled} labelled rows have none and keep theirs, so the null is too high";
        if (!sharing.IsRefinement) note += $"; {name} does not refine {within}, so what both know together is not seen: permute join:{name},{within} within {within} instead";
        return inSequences ? $"{note}; rows of one sequence may depend on each other, which makes the null too narrow" : note;
    }

    private static string Purpose(int index) => string.Create(CultureInfo.InvariantCulture, $"null/{index}");

    private static bool HasEnough(SequenceGroups groups, int count) => groups.LogArrangements >= Math.Log(FewestArrangements * count);

    private static string SequencesNote(SequenceGroups groups, int count)
    {
        var note = "null by sequences";
        if (groups.Movable < groups.Count) note += $": {groups.Count - groups.Movable} of {groups.Count} sequences have no other with as many labelled rows and keep their labels, so the null is too high";
        if (!HasEnough(groups, count)) note += $"; there are {Math.Round(Math.Exp(groups.LogArrangements))} arrangements in all, so permutations repeat each other";
        return note;
    }

    private static string RowsNote(SequenceLayout? sequences, SequenceGroups? groups, NullUnit? wanted)
    {
        if (sequences is null) return "null by rows";
        const string Narrow = "rows of one sequence may depend on each other, which makes the null too narrow";
        if (wanted == NullUnit.Rows) return $"null by rows: {Narrow}";
        return groups is null
            ? $"null by rows, because there is one sequence alone: {Narrow}"
            : $"null by rows, because {groups.Movable} of {groups.Count} sequences have another with as many labelled rows, which is too few: {Narrow}";
    }

    private Func<long, int, int> OfRows(ulong seed, int index)
    {
        var permutation = new KeyedPermutation(seed, Purpose(index), labelled.Count);
        return (_, rank) => (int)permutation[rank];
    }
}
