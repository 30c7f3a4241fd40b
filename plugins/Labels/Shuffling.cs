namespace Infoscope.Plugins.Labels;

/// <summary>Permutes labels among the rows of each group.</summary>
internal static class Shuffling
{
    internal const string LabelsArgument = "labels";
    internal const string DrawArgument = "draw";

    /// <summary>Permutes the labels of rows that have both a label and a group; the other rows have none. In each group every label stays as often as it was.</summary>
    /// <param name="request">The request, for the draw.</param>
    /// <param name="labels">The label of each row, which is written over.</param>
    /// <param name="groupOf">The group of each row, -1 for none.</param>
    /// <param name="groups">The number of groups.</param>
    internal static void Permute(LabelRequest request, int[] labels, Func<int, int> groupOf, int groups)
    {
        var rows = Enumerable.Range(0, labels.Length).Where(row => labels[row] >= 0 && groupOf(row) >= 0).ToArray();
        var before = Array.ConvertAll(rows, row => labels[row]);
        var places = PlacesByGroup(rows, groupOf, groups, out var next);
        var draw = request.Has(DrawArgument) ? request.Count(DrawArgument) : 0;
        var permutation = request.Permutation($"draw/{draw}", rows.Length);
        Array.Fill(labels, -1);
        // A walk through one permutation meets the rows of each group in a uniformly random order of their own.
        for (var step = 0; step < rows.Length; step++)
        {
            var met = (int)permutation[step];
            labels[places[next[groupOf(rows[met])]++]] = before[met];
        }
    }

    /// <summary>Gives the rows, those of a group side by side, and where each group begins.</summary>
    private static int[] PlacesByGroup(int[] rows, Func<int, int> groupOf, int groups, out int[] starts)
    {
        starts = new int[groups];
        foreach (var row in rows) starts[groupOf(row)]++;
        var begin = 0;
        for (var group = 0; group < groups; group++) (starts[group], begin) = (begin, begin + starts[group]);
        var places = new int[rows.Length];
        var next = starts[..];
        foreach (var row in rows) places[next[groupOf(row)]++] = row;
        return places;
    }
}
