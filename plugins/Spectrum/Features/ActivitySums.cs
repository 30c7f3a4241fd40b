using System.Numerics;
using System.Runtime.InteropServices;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>The summed activity of each feature over rows, and what is counted of them.</summary>
/// <remarks>Rows are added one after another, so the bits of a sum do not depend on how they come in blocks.</remarks>
internal sealed class ActivitySums(int features)
{
    private readonly double[] sums = new double[features];
    private long activities;

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the number of rows in which no feature is active.</summary>
    public long SilentRows { get; private set; }

    /// <summary>Gets the number of features that were active in a row, on average; there must be a row.</summary>
    public double MeanActive => (double)activities / Rows;

    /// <summary>Gets the number of features that were ever active.</summary>
    public int ActiveFeatures => sums.Count(sum => sum > 0);

    /// <summary>Gets the first feature whose sum is beyond the largest double; null when there is none.</summary>
    public int? Overflowed => Array.FindIndex(sums, double.IsPositiveInfinity) is >= 0 and var feature ? feature : null;

    /// <summary>Adds a row of finite numbers by their absolute values.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var sumVectors = MemoryMarshal.Cast<double, Vector<double>>(sums.AsSpan(0, row.Length));
        var activeVector = Vector<long>.Zero;
        for (var i = 0; i < vectors.Length; i++)
        {
            sumVectors[i] += Vector.Abs(vectors[i]);
            activeVector -= Vector.OnesComplement(Vector.Equals(vectors[i], Vector<double>.Zero));
        }

        var active = (int)Vector.Sum(activeVector);
        for (var feature = vectors.Length * Vector<double>.Count; feature < row.Length; feature++)
        {
            sums[feature] += Math.Abs(row[feature]);
            active += row[feature] != 0 ? 1 : 0;
        }

        Rows++;
        SilentRows += active == 0 ? 1 : 0;
        activities += active;
    }

    /// <summary>Adds other sums.</summary>
    public void Add(ActivitySums other)
    {
        for (var feature = 0; feature < sums.Length; feature++) sums[feature] += other.sums[feature];
        Rows = checked(Rows + other.Rows);
        SilentRows += other.SilentRows;
        activities = checked(activities + other.activities);
    }

    /// <summary>Gives exp(-sum p ln p), p being the share of each feature in all activity; there must be some, and none beyond the largest double.</summary>
    public double EffectiveFeatures()
    {
        // Divided by the largest first, so that the sum of all is a normal number.
        var largest = sums.Max();
        var shares = Array.ConvertAll(sums, sum => sum / largest);
        var total = shares.Sum();
        foreach (ref var share in shares.AsSpan()) share /= total;
        return Math.Exp(SpectralEntropy.ShannonNats(shares));
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(Rows);
        to.Write(SilentRows);
        to.Write(activities);
        foreach (var sum in sums) to.Write(sum);
    }

    /// <summary>Reads the sums.</summary>
    /// <exception cref="InvalidDataException">The numbers are no sums of rows.</exception>
    public void Restore(BinaryReader from)
    {
        Rows = FeatureState.ReadCount(from, long.MaxValue);
        SilentRows = FeatureState.ReadCount(from, Rows);
        activities = FeatureState.ReadCount(from, long.MaxValue);
        for (var feature = 0; feature < sums.Length; feature++)
        {
            var sum = from.ReadDouble();
            sums[feature] = sum >= 0 ? sum : throw FeatureState.Refusal($"a sum is {sum}");
        }

        // Every other row has an active feature, and every feature that was ever active was so in a row.
        var others = Rows - SilentRows;
        if (activities < Math.Max(others, ActiveFeatures) || activities > (Int128)others * ActiveFeatures)
            throw FeatureState.Refusal($"{activities} activities of {ActiveFeatures} features in {others} rows");
    }
}
