using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>A problem under the options that make several parts of it, its rows of moderate size.</summary>
public sealed record Variant
{
    public required Problem Problem { get; init; }

    public required int Subspaces { get; init; }

    public required int Draws { get; init; }

    public required bool Shared { get; init; }

    public required bool Centre { get; init; }

    /// <summary>Generates and shrinks variants with a labelled row that can be used; every subspace has at least 2 features.</summary>
    public static Arbitrary<Variant> All { get; } = Arb.From(
        (from problem in ProblemGenerator.Problems.Generator
         from subspaces in Gen.Choose(1, 4)
         from draws in Gen.Choose(1, 3)
         from shared in Gen.Elements(false, true)
         from centre in Gen.Elements(false, true)
         select Of(problem, subspaces, draws, shared, centre)).Where(variant => variant.IsUsable),
        variant => Shrink(variant).Where(smaller => smaller.IsUsable));

    /// <summary>Gets the number of features of a subspace.</summary>
    public int Width => Problem.Features / Subspaces;

    /// <summary>Gets the run with the options set.</summary>
    public EstimatorRun Run => Problem.Run with
    {
        Options = new(Problem.Run.Options)
        {
            ["subspaces"] = Subspaces.ToString(CultureInfo.InvariantCulture),
            ["draws"] = Draws.ToString(CultureInfo.InvariantCulture),
            ["subspace-anchors"] = Shared ? "shared" : "own",
            ["centre"] = Centre ? "true" : "false",
        },
    };

    /// <summary>Gets the rows as they are normalised.</summary>
    public double[][] CentredRows
    {
        get
        {
            if (Run.Context().Survey is not { } survey) return Problem.Rows;
            return [.. Problem.Rows.Select(row => row.Zip(survey.Mean, (value, mean) => value - mean).ToArray())];
        }
    }

    /// <summary>Gets the places of the rows that are zero in no subspace.</summary>
    public int[] UsableRows
    {
        get
        {
            var rows = CentredRows;
            return [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Chunk(Width).All(block => block.Any(value => value != 0)))];
        }
    }

    private bool IsUsable => UsableRows.Any(row => Problem.Labels[row] >= 0);

    public override string ToString() => $"{Subspaces} subspaces, {Draws} draws, shared {Shared}, centre {Centre}: {Problem}";

    private static Variant Of(Problem problem, int subspaces, int draws, bool shared, bool centre)
    {
        subspaces = Math.Min(subspaces, problem.Features / 2);
        var features = problem.Features / subspaces * subspaces;
        var cut = problem with { Rows = [.. problem.Rows.Select(row => row[..features])] };
        return new() { Problem = cut.Moderate(), Subspaces = subspaces, Draws = draws, Shared = shared, Centre = centre };
    }

    private static IEnumerable<Variant> Shrink(Variant variant)
    {
        if (variant.Draws > 1) yield return variant with { Draws = variant.Draws - 1 };
        if (variant.Centre) yield return variant with { Centre = false };
        if (variant.Shared) yield return variant with { Shared = false };
        if (variant.Subspaces > 1) yield return Of(variant.Problem, variant.Subspaces - 1, variant.Draws, variant.Shared, variant.Centre);
        foreach (var problem in ProblemGenerator.Problems.Shrinker(variant.Problem))
            yield return Of(problem, variant.Subspaces, variant.Draws, variant.Shared, variant.Centre);
    }
}
