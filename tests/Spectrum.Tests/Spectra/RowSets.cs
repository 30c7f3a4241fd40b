using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Generates and shrinks rows: 1 to 60 of 1 to 40 features, none of them zero.</summary>
public static class RowSets
{
    private const int LargestRows = 60, LargestFeatures = 40, LargestRank = 3;

    private enum Kind
    {
        Gaussian, LowRank, Anisotropic, Duplicated, Equal, FarFromZero,
    }

    public static Arbitrary<RowSet> Any { get; } = Arb.From(
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from rows in Gen.Choose(1, LargestRows)
        from features in Gen.Choose(1, LargestFeatures)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(kind, rows, features, (ulong)seed),
        Shrink);

    private static RowSet Make(Kind kind, int count, int features, ulong seed)
    {
        var random = new RandomStream(seed, "rows");
        double[] Normals() => [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];
        double[][] basis = [.. Enumerable.Range(0, 1 + (int)random.NextBelow(LargestRank)).Select(_ => Normals())];
        double[] Row() => kind switch
        {
            Kind.LowRank => Combined(basis, random),
            Kind.Anisotropic => [.. Normals().Select((value, feature) => value / (1 + feature))],
            Kind.Duplicated => basis[random.NextBelow(basis.Length)],
            Kind.Equal => basis[0],
            Kind.FarFromZero => [.. Normals().Zip(basis[0], (noise, centre) => 10 * centre + noise)],
            _ => Normals(),
        };
        return new RowSet([.. Enumerable.Range(0, count).Select(_ => Row())], seed);
    }

    private static double[] Combined(double[][] basis, RandomStream random)
    {
        var row = new double[basis[0].Length];
        foreach (var direction in basis)
        {
            var factor = random.NextNormal();
            for (var i = 0; i < row.Length; i++) row[i] += factor * direction[i];
        }

        return row;
    }

    private static IEnumerable<RowSet> Shrink(RowSet set)
    {
        if (set.Count > 1)
        {
            yield return set.With(set.Rows[..(set.Count / 2)]);
            yield return set.With(set.Rows[(set.Count / 2)..]);
            yield return set.With(set.Rows[1..]);
        }

        foreach (var features in new[] { set.Features / 2, set.Features - 1 }.Where(features => features > 0).Distinct())
        {
            var narrow = set.With(set.Rows.Select(row => row[..features]));
            if (narrow.Rows.All(row => row.Any(value => value != 0))) yield return narrow;
        }
    }
}
