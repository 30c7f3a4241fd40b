namespace Infoscope.Conformance.Generators;

/// <summary>Fewer and smaller labels on the same rows.</summary>
internal static class LabelShrinker
{
    /// <summary>Gives simpler labels: one for all, unused ones dropped, labels merged, coarse labels merged, missing ones given, smaller ones.</summary>
    /// <remarks>Each is strictly smaller by (labels, sum of their coarse labels, pairs of labels whose coarse ones are out of order, unlabelled rows, sum of the rows' labels), the first difference deciding.</remarks>
    public static IEnumerable<LabelTree> Shrink(LabelTree labels) => Candidates(labels).Where(candidate => IsSmaller(candidate, labels));

    private static bool IsSmaller(LabelTree candidate, LabelTree labels) => Size(candidate).CompareTo(Size(labels)) < 0;

    private static (int, long, int, int, long) Size(LabelTree labels) =>
        (labels.Count, labels.CoarseOf.Sum(label => (long)label), OutOfOrder(labels.CoarseOf), labels.Fine.Count(label => label < 0), labels.Fine.Where(label => label >= 0).Sum(label => (long)label));

    private static IEnumerable<LabelTree> Candidates(LabelTree labels)
    {
        var count = labels.Count;
        if (count > 1)
        {
            yield return Mapped(labels, _ => 0, [0]);
            var used = labels.Fine.Where(label => label >= 0).Distinct().Order().ToArray();
            yield return Mapped(labels, label => Array.BinarySearch(used, label), used);
            yield return Mapped(labels, label => label / 2, [.. Enumerable.Range(0, count).Where(label => label % 2 == 0)]);
            for (var last = count - 1; last > 0; last--)
            {
                yield return Merged(labels, last, 0);
                if (last > 1) yield return Merged(labels, last, last - 1);
            }
        }

        yield return labels with { CoarseOf = new int[count] };
        for (var coarse = labels.CoarseOf.Max(); coarse > 0; coarse--)
            yield return labels with { CoarseOf = Dense(Array.ConvertAll(labels.CoarseOf, label => label == coarse ? 0 : label)) };
        for (var label = 0; label < count; label++)
            yield return labels with { CoarseOf = Dense(With(labels.CoarseOf, label, 0)) };
        int[] byCoarse = [.. Enumerable.Range(0, count).OrderBy(label => labels.CoarseOf[label])];
        yield return Mapped(labels, label => Array.IndexOf(byCoarse, label), byCoarse);

        yield return labels with { Fine = Array.ConvertAll(labels.Fine, label => Math.Max(label, 0)) };
        for (var row = 0; row < labels.Fine.Length; row++)
        {
            yield return labels with { Fine = With(labels.Fine, row, 0) };
            if (labels.Fine[row] > 1) yield return labels with { Fine = With(labels.Fine, row, labels.Fine[row] - 1) };
        }
    }

    // Joins a label with an earlier one; those after it move up by one.
    private static LabelTree Merged(LabelTree labels, int label, int earlier) =>
        Mapped(labels, other => other == label ? earlier : other > label ? other - 1 : other, [.. Enumerable.Range(0, labels.Count).Where(other => other != label)]);

    // Gives each row's label another number; the coarse label of a new label is that of the old one representing it.
    private static LabelTree Mapped(LabelTree labels, Func<int, int> map, int[] representing) => new()
    {
        Fine = Array.ConvertAll(labels.Fine, label => label < 0 ? -1 : map(label)),
        CoarseOf = Dense(Array.ConvertAll(representing, label => labels.CoarseOf[label])),
    };

    private static int OutOfOrder(int[] numbers)
    {
        var pairs = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i + 1; j < numbers.Length; j++) pairs += numbers[i] > numbers[j] ? 1 : 0;
        }

        return pairs;
    }

    private static int[] Dense(int[] coarse)
    {
        LabelMaker.Densely(coarse);
        return coarse;
    }

    private static int[] With(int[] numbers, int index, int number)
    {
        int[] changed = [.. numbers];
        changed[index] = number;
        return changed;
    }
}
