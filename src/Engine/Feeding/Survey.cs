using System.Numerics;
using System.Runtime.InteropServices;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>The first pass over the used rows, when an estimator asks for what only a first pass can tell.</summary>
internal sealed class Survey
{
    private const int LargestReservoir = 1000;

    private readonly ParallelOptions options;
    private readonly HashSet<long> sampled;
    private readonly FeatureMeans means;
    private readonly RowNorms rowNorms;
    private readonly double[] minimum;
    private readonly double[] maximum;
    private readonly List<long> reservoirRows = [];
    private readonly List<double> reservoir = [];
    private double[] finiteRows = [];
    private double[] norms = [];
    private (double Smallest, double Mean, double Largest) norm = (double.PositiveInfinity, 0, 0);
    private long finite, nonFinite, zero, rank;

    private Survey(int features, long selectedRows, ulong seed, int threads)
    {
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        sampled = SampledRanks(selectedRows, seed);
        means = new FeatureMeans(features);
        rowNorms = new RowNorms(features);
        minimum = [.. Enumerable.Repeat(double.PositiveInfinity, features)];
        maximum = [.. Enumerable.Repeat(double.NegativeInfinity, features)];
    }

    /// <summary>Reads every row once, in double precision and in order; once more where a sum overflows.</summary>
    public static ActivationSurvey Of(ActivationSet set, long selectedRows, ulong seed, int threads, CancellationToken cancellation)
    {
        var d = set.Activations.Features;
        var survey = new Survey(d, selectedRows, seed, threads);
        RowsAhead.Of(set.Activations, cancellation, (first, rows) => survey.Look(set, first, rows));
        if (!survey.means.Overflowed) return survey.Result(null);
        var growing = new GrowingMeans(d);
        RowsAhead.Of(set.Activations, cancellation, (first, rows) =>
        {
            for (var i = 0; i < rows.Length / Math.Max(1, d); i++)
            {
                var row = rows.Slice(i * d, d);
                if ((set.Selected is null || set.Selected[first + i]) && RowWatch.IsUsable(row, zeroIsUsable: true)) growing.Add(row);
            }
        });
        return survey.Result(growing);
    }

    private void Look(ActivationSet set, long first, ReadOnlySpan<double> rows)
    {
        var d = set.Activations.Features;
        var count = d == 0 ? 0 : rows.Length / d;
        if (finiteRows.Length < rows.Length) (finiteRows, norms) = (new double[rows.Length], new double[count]);
        var used = 0;
        for (var i = 0; i < count; i++)
        {
            if (set.Selected is { } selected && !selected[first + i]) continue;
            var isSampled = sampled.Contains(rank++);
            var row = rows.Slice(i * d, d);
            if (!RowWatch.IsUsable(row, zeroIsUsable: true))
            {
                nonFinite++;
                continue;
            }

            row.CopyTo(finiteRows.AsSpan(used++ * d));
            if (!isSampled) continue;
            reservoirRows.Add(first + i);
            reservoir.AddRange(row);
        }

        // Each has sums of its own, in the order of the rows.
        Parallel.Invoke(options, () => AddFeatures(used, d), () => rowNorms.Of(finiteRows.AsSpan(0, used * d), norms.AsSpan(0, used)));
        foreach (var one in norms.AsSpan(0, used))
        {
            finite++;
            if (one == 0) zero++;
            norm = (Math.Min(norm.Smallest, one), norm.Mean + ((one - norm.Mean) / finite), Math.Max(norm.Largest, one));
        }
    }

    private void AddFeatures(int used, int d)
    {
        for (var i = 0; i < used; i++)
        {
            var row = finiteRows.AsSpan(i * d, d);
            means.Add(row);
            Extend(row);
        }
    }

    private void Extend(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var low = MemoryMarshal.Cast<double, Vector<double>>(minimum.AsSpan());
        var high = MemoryMarshal.Cast<double, Vector<double>>(maximum.AsSpan());
        for (var i = 0; i < vectors.Length; i++) (low[i], high[i]) = (Vector.Min(low[i], vectors[i]), Vector.Max(high[i], vectors[i]));
        for (var j = vectors.Length * Vector<double>.Count; j < row.Length; j++) (minimum[j], maximum[j]) = (Math.Min(minimum[j], row[j]), Math.Max(maximum[j], row[j]));
    }

    private ActivationSurvey Result(GrowingMeans? growing) => new()
    {
        Rows = rank,
        NonFiniteRows = nonFinite,
        ZeroRows = zero,
        Mean = means.Means(growing),
        Minimum = finite > 0 ? minimum : [.. minimum.Select(_ => double.NaN)],
        Maximum = finite > 0 ? maximum : [.. maximum.Select(_ => double.NaN)],
        SmallestNorm = finite > 0 ? norm.Smallest : double.NaN,
        MeanNorm = finite > 0 ? norm.Mean : double.NaN,
        LargestNorm = finite > 0 ? norm.Largest : double.NaN,
        ReservoirRows = reservoirRows,
        Reservoir = reservoir.ToArray(),
    };

    private static HashSet<long> SampledRanks(long rows, ulong seed)
    {
        var order = new KeyedPermutation(seed, "survey", rows);
        var sampled = new HashSet<long>();
        for (var place = 0L; place < Math.Min(rows, LargestReservoir); place++) sampled.Add(order[place]);
        return sampled;
    }
}
