using System.Globalization;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>Points with a bandwidth and a time to measure them at.</summary>
public sealed record PointSet
{
    /// <summary>Gets the points, one per row.</summary>
    public required double[][] Rows { get; init; }

    /// <summary>Gets the bandwidth in units of distance.</summary>
    public required double Bandwidth { get; init; }

    /// <summary>Gets the time.</summary>
    public required double Time { get; init; }

    /// <summary>Gets a seed for what a law does to the points.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the number of points.</summary>
    public int Count => Rows.Length;

    /// <summary>Gets the number of features.</summary>
    public int Features => Rows[0].Length;

    /// <summary>Gets the number of distinct points.</summary>
    public int Distinct => Rows.Select(row => string.Join(' ', row.Select(value => (value + 0.0).ToString("R", CultureInfo.InvariantCulture)))).Distinct().Count();

    /// <summary>Gets the largest magnitude of a coordinate.</summary>
    public double Scale => Rows.Max(row => row.Max(Math.Abs));

    /// <summary>Gets the points as the plugin takes them.</summary>
    internal Points Points => new([.. Rows.SelectMany(row => row)], Count, Features);

    /// <summary>Gives the set with every point changed.</summary>
    public PointSet Map(Func<double[], double[]> change) => this with { Rows = [.. Rows.Select(change)] };

    /// <summary>Gives the set with other points of it, in the order given.</summary>
    public PointSet Take(IEnumerable<int> chosen) => this with { Rows = [.. chosen.Select(point => Rows[point])] };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Count} x {Features}, bandwidth {Bandwidth:R}, time {Time:R}, seed {Seed}: {string.Join("; ", Rows.Take(12).Select(row => string.Join(' ', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))))}");
}
