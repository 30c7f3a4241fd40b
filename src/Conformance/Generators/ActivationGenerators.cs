using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Generators;

/// <summary>Rows of activations as estimators meet them, drawn by FsCheck. Equal seeds of FsCheck give equal rows.</summary>
public static class ActivationGenerators
{
    private const string Purpose = "activations";

    /// <summary>Gets rows of every kind, each kind as often as any other: 1 to 64 rows, mostly below 25, of 1 to 12 features, mostly below 9. They shrink by <see cref="Shrink"/>.</summary>
    public static Arbitrary<double[][]> Any { get; } = Arb.From(Gen.OneOf([.. Enum.GetValues<ActivationKind>().Select(Of)]), Shrink);

    /// <summary>Makes the generator of rows of a kind, of the numbers of rows and features that <see cref="Any"/> draws, as far as the kind allows them.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a kind.</exception>
    public static Gen<double[][]> Of(ActivationKind kind)
    {
        ThrowIfUnknown(kind);
        return Streams.Make(Purpose, random =>
        {
            var size = SampleSize.Draw(random).For(kind);
            return new RowMaker(random, SampleDomain.Any).Make(kind, size.Rows, size.Features).Rows;
        });
    }

    /// <summary>Makes the generator of rows of a kind, in the shape given.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a kind, or a number is below 1.</exception>
    /// <exception cref="ArgumentException">The kind does not have the shape, such as three rows of <see cref="ActivationKind.OneRow"/>.</exception>
    public static Gen<double[][]> Of(ActivationKind kind, int rows, int features)
    {
        ThrowIfUnknown(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        var near = new SampleSize(rows, features).For(kind);
        if (near != new SampleSize(rows, features))
            throw new ArgumentException($"rows of kind {kind} cannot have shape ({rows}, {features}); the nearest that they can have is ({near.Rows}, {near.Features}).");
        return Streams.Make(Purpose, random => new RowMaker(random, SampleDomain.Any).Make(kind, rows, features).Rows);
    }

    /// <summary>Gives simpler rows, large steps first: fewer rows, fewer features, simpler values. At least one row and one feature stay.</summary>
    /// <remarks>Each candidate is strictly smaller by (rows, features, values), so that shrinking ends. It is lazy: what is not asked for is not made.</remarks>
    public static IEnumerable<double[][]> Shrink(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Subsets.LeavingOut(rows.Length).Select(kept => Array.ConvertAll(kept, row => rows[row]))
            .Concat(RowShrinker.FewerFeatures(rows))
            .Concat(RowShrinker.SimplerValues(rows));
    }

    private static void ThrowIfUnknown(ActivationKind kind)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of activations; give a member of ActivationKind.");
    }
}
