using FsCheck;
using FsCheck.Fluent;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Generates and shrinks labelled points: balanced, skewed, one label, all distinct, singletons beside one class, missing labels.</summary>
public static class LabelledSets
{
    private enum Kind
    {
        Balanced, Skewed, One, Distinct, Singletons, Missing,
    }

    /// <summary>Gets the arbitrary, found by FsCheck when this type is named in <c>Arbitrary</c>.</summary>
    public static Arbitrary<LabelledSet> Arbitrary { get; } = Arb.From(
        from set in PointSets.Arbitrary.Generator
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from count in Gen.Choose(1, 6)
        from time in Gen.Elements(1.0, 2.0)
        select Make(set with { Time = time }, kind, count),
        Shrink);

    private static LabelledSet Make(PointSet set, Kind kind, int count)
    {
        var random = new RandomStream(set.Seed, "labels");
        var labels = new int[set.Count];
        for (var row = 0; row < labels.Length; row++)
        {
            labels[row] = kind switch
            {
                Kind.Balanced => row % count,
                // Each label about a quarter of those before it.
                Kind.Skewed => (int)Math.Min(count - 1, -Math.Log(1 - random.NextDouble()) / Math.Log(4)),
                Kind.One => 0,
                Kind.Distinct => row,
                Kind.Singletons => Math.Max(0, row - (set.Count / 2)),
                _ => random.NextBelow(3) == 0 ? -1 : row % count,
            };
        }

        if (labels.Max() < 0) labels[0] = 0;
        return new LabelledSet { Set = set, Labels = labels };
    }

    private static IEnumerable<LabelledSet> Shrink(LabelledSet labelled) => Candidates(labelled).Where(one => one.Labels.Any(label => label >= 0));

    private static IEnumerable<LabelledSet> Candidates(LabelledSet labelled)
    {
        var count = labelled.Labels.Length;
        if (count > 1)
        {
            yield return labelled.Take(Enumerable.Range(0, count / 2));
            yield return labelled.Take(Enumerable.Range(count / 2, count - (count / 2)));
            if (count <= 12)
            {
                for (var left = 0; left < count; left++) yield return labelled.Take(Enumerable.Range(0, count).Where(row => row != left));
            }
        }

        var largest = labelled.Labels.Max();
        if (largest > 0) yield return labelled.Relabel(label => Math.Min(label, largest - 1));
        if (labelled.Labels.Contains(-1)) yield return labelled.Labelled();
        if (labelled.Set.Features > 1) yield return labelled with { Set = labelled.Set.Map(row => row[..1]) };
        if (labelled.Set.Bandwidth != 1) yield return labelled with { Set = labelled.Set with { Bandwidth = 1 } };
        if (labelled.Set.Time != 1) yield return labelled with { Set = labelled.Set with { Time = 1 } };
    }
}
