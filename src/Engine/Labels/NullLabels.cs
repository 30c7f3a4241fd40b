using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>Permutations of one label set among its own labelled rows: a row without a label keeps none, and the label counts stay as they are.</summary>
/// <remarks>
/// The permuted labels are looked up through keyed permutations and never stored. The key is the seed and the number of the permutation, so label sets over the
/// same rows are permuted alike: what is nested stays nested, and a name changes no null.
/// </remarks>
internal sealed class NullLabels
{
    // With fewer there are hardly more arrangements than permutations asked for.
    private const int FewestSequences = 5;

    private readonly LabelledRows labelled;
    private readonly Func<long, int, int>[] permutations;

    /// <summary>Plans permutations.</summary>
    /// <param name="labelled">The rows that have a label.</param>
    /// <param name="rows">The number of all rows.</param>
    /// <param name="sequences">The sequences of the rows; null when they have none.</param>
    /// <param name="wanted">What is to change places; null leaves it to the data.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="count">The number of permutations.</param>
    public NullLabels(LabelledRows labelled, long rows, SequenceLayout? sequences, NullUnit? wanted, ulong seed, int count)
    {
        this.labelled = labelled;
        var groups = sequences is { Count: > 1 } && wanted != NullUnit.Rows ? new SequenceGroups(sequences, labelled, rows) : null;
        var bySequences = groups is not null && (wanted == NullUnit.Sequences || (groups.Movable >= FewestSequences && 2 * groups.MovableRows >= labelled.Labels.Length));
        permutations = [.. Enumerable.Range(0, count).Select(index => bySequences ? groups!.Permutation(seed, Purpose(index)) : OfRows(seed, index))];
        Unit = bySequences ? NullUnit.Sequences : NullUnit.Rows;
        Note = bySequences ? SequencesNote(groups!) : RowsNote(sequences, groups, wanted);
    }

    /// <summary>Gets what changes places.</summary>
    public NullUnit Unit { get; }

    /// <summary>Gets what a reader should know of the null.</summary>
    public string Note { get; }

    /// <summary>Gives the label of a row in one permutation, -1 for none.</summary>
    public int this[int permutation, long row]
    {
        get
        {
            var rank = labelled.RankOf(row);
            return rank < 0 ? -1 : labelled.Labels[permutations[permutation](row, rank)];
        }
    }

    private static string Purpose(int index) => string.Create(CultureInfo.InvariantCulture, $"null/{index}");

    private static string SequencesNote(SequenceGroups groups) => groups.Movable == groups.Count
        ? "null by sequences"
        : $"null by sequences: {groups.Count - groups.Movable} of {groups.Count} sequences have no other of equal length and keep their labels, so the null is too high";

    private static string RowsNote(SequenceLayout? sequences, SequenceGroups? groups, NullUnit? wanted)
    {
        if (sequences is null) return "null by rows";
        const string Narrow = "rows of one sequence may depend on each other, which makes the null too narrow";
        if (wanted == NullUnit.Rows) return $"null by rows: {Narrow}";
        return groups is null
            ? $"null by rows, because there is one sequence alone: {Narrow}"
            : $"null by rows, because {groups.Movable} of {groups.Count} sequences have another of equal length: {Narrow}";
    }

    private Func<long, int, int> OfRows(ulong seed, int index)
    {
        var permutation = new KeyedPermutation(seed, Purpose(index), labelled.Labels.Length);
        return (_, rank) => (int)permutation[rank];
    }
}
