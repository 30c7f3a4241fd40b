using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>Sums the activity of features over rows; everything it reports is a function of the sums.</summary>
internal sealed class EffectiveFeaturesEstimation(EstimationContext context) : IMergeableEstimation
{
    private const int RowsBetweenLooks = 1024;

    private readonly CodeKind codes = context.Options.Bind<EffectiveFeaturesOptions>().Codes;
    private readonly ActivitySums sums = new(context.Shape.Features);
    private long nonFiniteRows;
    private bool disposed;

    private string Identity => FeatureState.IdentityOf(context, codes);

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        for (var row = 0; row < block.Rows; row++)
        {
            if (row % RowsBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
            var values = block.DoubleRow(row);
            if (!FiniteRow.Is(values))
            {
                nonFiniteRows++;
                continue;
            }

            if (codes == CodeKind.NonNegative) CheckNotNegative(values, block.RowIndices[row]);
            sums.Add(values);
        }
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (sums.Rows == 0) throw new NumericalFailureException($"{context.EstimatorId} has no finite row: {nonFiniteRows} of {nonFiniteRows} are not finite; check the codes.");
        if (sums.ActiveFeatures == 0) throw new NumericalFailureException($"{context.EstimatorId} has no activity to share out: all {sums.Rows} finite rows are zero; check the codes.");
        if (sums.Overflowed is { } feature) throw new NumericalFailureException($"the sum of feature {feature} over {sums.Rows} rows is beyond the largest double; scale the codes.");
        var (features, effective) = (context.Shape.Features, sums.EffectiveFeatures());
        List<string> notes = [];
        if (nonFiniteRows > 0) notes.Add($"{nonFiniteRows} non-finite {(nonFiniteRows == 1 ? "row was" : "rows were")} left out of {sums.Rows + nonFiniteRows}");
        if (sums.SilentRows > 0) notes.Add($"no feature is active in {sums.SilentRows} of {sums.Rows} rows");
        return new EstimateSet
        {
            Estimates =
            [
                Of(FeatureQuantities.EffectiveFeatures, effective, 1, features),
                Of(FeatureQuantities.EffectiveFeaturesShare, effective / features, 1.0 / features, 1),
                Of(FeatureQuantities.ActiveFeatures, sums.ActiveFeatures, 1, features),
                Of(FeatureQuantities.MeanActive, sums.MeanActive, 0, sums.ActiveFeatures),
            ],
            Notes = notes,
        };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not EffectiveFeaturesEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into an effective-features estimation; merge one of the same estimator.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.Identity != Identity) throw new ArgumentException($"the two estimations differ: {Identity}; {same.Identity}; begin both alike.", nameof(other));
        nonFiniteRows = checked(nonFiniteRows + same.nonFiniteRows);
        sums.Add(same.sums);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(FeatureState.Header(Identity));
        writer.Write(nonFiniteRows);
        sums.Save(writer);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no row.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another context.</exception>
    internal void Restore(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        var header = FeatureState.Header(Identity);
        if (!reader.ReadBytes(header.Length).AsSpan().SequenceEqual(header)) throw FeatureState.Refusal("it begins otherwise");
        try
        {
            nonFiniteRows = FeatureState.ReadCount(reader, long.MaxValue);
            sums.Restore(reader);
        }
        catch (EndOfStreamException)
        {
            throw FeatureState.Refusal("it ends too early");
        }
    }

    /// <summary>Ends the estimation; it holds nothing but memory.</summary>
    public void Dispose() => disposed = true;

    private void CheckNotNegative(ReadOnlySpan<double> row, long index)
    {
        if (!AnyNegative(row)) return;
        for (var feature = 0; feature < row.Length; feature++)
        {
            if (row[feature] < 0)
                throw new NumericalFailureException($"row {index} has {row[feature].ToString("R", CultureInfo.InvariantCulture)} in feature {feature}; codes are at least 0: give such rows, or use --set {context.EstimatorId}.codes=absolute.");
        }
    }

    private static bool AnyNegative(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var smallest = Vector<double>.Zero;
        foreach (var vector in vectors) smallest = Vector.Min(smallest, vector);
        var any = Vector.LessThanAny(smallest, Vector<double>.Zero);
        foreach (var value in row[(vectors.Length * Vector<double>.Count)..]) any |= value < 0;
        return any;
    }

    private Estimate Of(Quantity quantity, double number, double floor, double ceiling) => new()
    {
        Quantity = quantity,
        Value = Amount.Of(quantity.Kind, number),
        Floor = Amount.Of(quantity.Kind, floor),
        Ceiling = Amount.Of(quantity.Kind, ceiling),
        RowsUsed = sums.Rows,
        RowsDropped = nonFiniteRows,
    };
}
