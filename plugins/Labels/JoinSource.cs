namespace Infoscope.Plugins.Labels;

/// <summary>Labels each row with the tuple of its labels in other label sets.</summary>
/// <remarks>
/// <c>join:A,B[,C...]</c>. A row that one of the sets leaves without a label has none. Labels of shape (sequences) may stand beside ones of (sequences, length). Tuples are numbered in
/// order of first appearance; the name is the names with <c>|</c> between, one that holds <c>|</c> or a quote being quoted as in CSV. Cost: O(sets x rows) time, O(rows) memory. No randomness.
/// </remarks>
[LabelSource("join", Summary = "The tuple of the labels in other label sets.")]
[LabelArgument(0, Sets, LabelArgumentKind.LabelSets, Summary = "The names of two label sets or more, with commas between.")]
public sealed class JoinSource : ILabelSource
{
    private const string Sets = "sets";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sets = request.LabelSets(Sets);
        if (sets.Count < 2) throw new OptionException($"{request.Source}: one label set is named; a join is of at least 2, such as join:A,B.");
        var aligned = AlignedSets.Of(request.Source, sets);
        var ids = new int[aligned.Rows];
        for (var set = 0; set < sets.Count; set++)
        {
            for (var row = 0; row < ids.Length; row++)
            {
                if (aligned[set, row] < 0) ids[row] = -1;
            }
        }

        // A tuple is the pair of a shorter tuple, by its dense number, and a label, so that no number of labels is too large.
        var numbers = new Dictionary<(int Before, int Label), int>();
        var firstRows = new List<int>();
        for (var set = 0; set < sets.Count; set++)
        {
            numbers.Clear();
            firstRows.Clear();
            for (var row = 0; row < ids.Length; row++)
            {
                if (ids[row] < 0) continue;
                var pair = (ids[row], aligned[set, row]);
                if (numbers.TryAdd(pair, numbers.Count)) firstRows.Add(row);
                ids[row] = numbers[pair];
            }
        }

        return Derived.From(sets, aligned.Shape, ids, [.. firstRows.Select(row => string.Join('|', sets.Select((one, set) => Quoted(one.Names[aligned[set, row]]))))]);
    }

    private static string Quoted(string name) => name.AsSpan().IndexOfAny('|', '"') < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
