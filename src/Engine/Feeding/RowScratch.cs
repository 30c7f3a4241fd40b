namespace Infoscope.Engine.Feeding;

/// <summary>What one worker holds besides a window: a stretch of rows widened or multiplied, while it is handed over.</summary>
/// <remarks>One for all feeds of a worker, so that it stays in the cache.</remarks>
internal sealed class RowScratch
{
    private long[] rowIndices = [];
    private float[] single = [];
    private double[] doubles = [];
    private double[] referenceDouble = [];

    /// <summary>Gives rows of a window: those of the window itself where they are as they are wanted, and copies where not.</summary>
    public RowBlock Of(Window window, int offset, int rows, Precision precision, int factor)
    {
        var indices = Sized(ref rowIndices, rows);
        for (var i = 0; i < rows; i++) indices[i] = window.First + offset + i;
        var (activations, reference) = (window.Activations, window.Reference);
        if (precision == Precision.Single)
        {
            return new RowBlock
            {
                RowIndices = indices,
                Single = factor == 1 ? activations.Single(offset, rows) : Multiplied(activations, offset, rows, factor),
                ReferenceSingle = reference is null ? default : reference.Single(offset, rows),
            };
        }

        return new RowBlock
        {
            RowIndices = indices,
            Double = activations.HasDouble && factor == 1 ? activations.Double(offset, rows) : Wide(activations, offset, rows, factor, ref doubles),
            ReferenceDouble = reference is null ? default : reference.HasDouble ? reference.Double(offset, rows) : Wide(reference, offset, rows, 1, ref referenceDouble),
        };
    }

    private Span<float> Multiplied(WindowRows from, int offset, int rows, int factor)
    {
        var target = Sized(ref single, rows * from.Features);
        from.CopyTo(offset, rows, target);
        Factor.Multiply(target, factor);
        return target;
    }

    private static Span<double> Wide(WindowRows from, int offset, int rows, int factor, ref double[] array)
    {
        var target = Sized(ref array, rows * from.Features);
        from.CopyTo(offset, rows, target);
        Factor.Multiply(target, factor);
        return target;
    }

    private static Span<T> Sized<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = GC.AllocateUninitializedArray<T>(length);
        return array.AsSpan(0, length);
    }
}
