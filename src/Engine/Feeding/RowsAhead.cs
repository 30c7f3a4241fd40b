using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>Reads all rows of a source in double precision, the next ones while someone looks at those that are there.</summary>
internal static class RowsAhead
{
    private const long BlockBytes = 2 << 20;

    /// <summary>Takes rows, row-major.</summary>
    /// <param name="firstRow">Where the first stands in the data.</param>
    /// <param name="rows">The rows; they are overwritten after the call.</param>
    public delegate void Look(long firstRow, ReadOnlySpan<double> rows);

    /// <summary>Reads every row once, in order.</summary>
    public static void Of(IActivationSource source, CancellationToken cancellation, Look look)
    {
        var d = source.Features;
        var blockRows = (int)Math.Clamp(BlockBytes / (sizeof(double) * (long)Math.Max(1, d)), 1, Math.Max(1, source.Rows));
        var (current, next) = (new double[checked(blockRows * d)], new double[checked(blockRows * d)]);
        var rows = RowsFrom(source, 0, blockRows);
        source.Read(0, current.AsSpan(0, rows * d));
        for (var first = 0L; rows > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (after, target) = (first + rows, next);
            var rowsAfter = RowsFrom(source, after, blockRows);
            var reading = rowsAfter == 0 ? Task.CompletedTask : Task.Run(() => source.Read(after, target.AsSpan(0, rowsAfter * d)), CancellationToken.None);
            try
            {
                look(first, current.AsSpan(0, rows * d));
            }
            finally
            {
                reading.GetAwaiter().GetResult();
            }

            (first, rows, current, next) = (after, rowsAfter, next, current);
        }
    }

    private static int RowsFrom(IActivationSource source, long first, int most) => (int)Math.Min(most, source.Rows - first);
}
