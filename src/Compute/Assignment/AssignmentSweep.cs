using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>Soft assignment in one sweep over panels of rows that stay in the cache: lengths, products, softmax and entropy of each.</summary>
/// <remarks>
/// Rows are multiplied as they are, and their products divided by their lengths, which are taken in double. A row whose products could overflow or vanish is
/// first divided by a power of two. A row's numbers depend on that row alone.
/// </remarks>
internal static class AssignmentSweep<T>
    where T : unmanaged, INumberBase<T>
{
    // Rows of a panel are read twice, by their lengths and by their products; half of a second-level cache of 1 MiB holds them meanwhile.
    private const int PanelBytes = 384 * 1024;

    // The kernels take rows by the dozen.
    private const int LeastPanelRows = 12, MostPanelRows = 96;

    /// <summary>Assigns rows; see <see cref="ComputeSession.SoftAssign(ReadOnlySpan{float}, int, int, Matrix, double, Span{double}, Span{double})"/>.</summary>
    public static void Run(ReadOnlySpan<T> rows, int count, int stride, AnchorColumns<T> anchors, double scale, Span<double> shares, Span<double> entropiesNats, CancellationToken cancellation)
    {
        var (width, columns) = (anchors.Columns.Length, anchors.Columns.Count);
        if (columns == 0)
        {
            entropiesNats.Clear();
            return;
        }

        var panelRows = Math.Clamp(PanelBytes / Math.Max(1, width * Marshal.SizeOf<T>()) / LeastPanelRows * LeastPanelRows, LeastPanelRows, MostPanelRows);
        panelRows = Math.Min(panelRows, count);
        var products = new T[((panelRows - 1) * columns) + ShiftedSoftmax.PaddedLength(columns)];
        var lengths = new RowLength[panelRows];
        var sums = new double[panelRows];
        var scaled = new T[width];
        var scratch = new double[ShiftedSoftmax.PaddedLength(columns)];
        for (var first = 0; first < count; first += panelRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var panel = rows[(first * stride)..];
            var inPanel = Math.Min(panelRows, count - first);
            for (var row = 0; row < inPanel; row++) lengths[row] = LengthOf(panel.Slice(row * stride, width), anchors.AreModerate, scaled);
            RowProducts.Multiply(panel, inPanel, stride, anchors.Columns, products.AsSpan(0, inPanel * columns));
            for (var row = 0; row < inPanel; row++)
            {
                var ofRow = products.AsSpan(row * columns, columns);
                if (lengths[row].Exponent != 0)
                {
                    Scale(lengths[row], panel.Slice(row * stride, width), scaled);
                    RowProducts.Multiply(scaled, 1, width, anchors.Columns, ofRow);
                }

                var sharesOfRow = shares.Slice((first + row) * columns, columns);
                var entropy = ShiftedSoftmax.Apply<T>(products.AsSpan(row * columns), lengths[row].Inverse, scale, scratch, sharesOfRow, out sums[row]);
                if (!entropiesNats.IsEmpty) entropiesNats[first + row] = entropy;
            }

            if (entropiesNats.IsEmpty) continue;
            Logarithm.Apply(sums.AsSpan(0, inPanel));
            for (var row = 0; row < inPanel; row++) entropiesNats[first + row] += sums[row];
        }
    }

    private static RowLength LengthOf(ReadOnlySpan<T> row, bool mayStay, Span<T> scaled) => typeof(T) == typeof(float)
        ? RowLength.Of(MemoryMarshal.Cast<T, float>(row), mayStay)
        : RowLength.Of(MemoryMarshal.Cast<T, double>(row), mayStay, MemoryMarshal.Cast<T, double>(scaled));

    private static void Scale(RowLength length, ReadOnlySpan<T> row, Span<T> scaled)
    {
        if (typeof(T) == typeof(float)) length.Scale(MemoryMarshal.Cast<T, float>(row), MemoryMarshal.Cast<T, float>(scaled));
        else length.Scale(MemoryMarshal.Cast<T, double>(row), MemoryMarshal.Cast<T, double>(scaled));
    }
}
