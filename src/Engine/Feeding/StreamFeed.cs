using System.Runtime.InteropServices;

namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one fold, or all rows without one, in blocks of a largest size.</summary>
/// <remarks>Rows that lie together in a window are handed over as they lie there; only those that come in small pieces are gathered. Blocks change no bit.</remarks>
internal sealed class StreamFeed(FeedLayout layout, Precision precision, int factor, int blockRows) : Feed(layout, precision, factor)
{
    // Long rows come in smaller blocks: what is gathered is held.
    private const int LargestBlockElements = 1 << 20;

    // What is shorter costs more to hand over by itself than to copy.
    private const int FewestRows = 32;

    private readonly int mostRows = Math.Clamp(LargestBlockElements / Math.Max(1, layout.Features), 1, blockRows);

    protected override void TakeStretches(Window window, RowScratch scratch)
    {
        var stretches = CollectionsMarshal.AsSpan(window.Stretches);
        for (var i = 0; i < stretches.Length; i++)
        {
            if (!IsMine(stretches[i])) continue;
            var (offset, end) = (stretches[i].Offset, stretches[i].End);
            while (i + 1 < stretches.Length && stretches[i + 1].Offset == end && IsMine(stretches[i + 1])) end = stretches[++i].End;
            for (int rows; offset < end; offset += rows)
            {
                rows = Math.Min(end - offset, mostRows);
                if (rows >= Math.Min(FewestRows, mostRows)) SendAtOnce(window, offset, rows, scratch);
                else Gather(window, offset, rows);
            }
        }
    }

    private bool IsMine(Stretch stretch) => Fold < 0 || stretch.Fold == Fold;

    private void SendAtOnce(Window window, int offset, int rows, RowScratch scratch)
    {
        SendBuffer();
        Send(window, offset, rows, scratch);
    }

    private void Gather(Window window, int offset, int rows)
    {
        if (Buffer.Rows + rows > mostRows) SendBuffer();
        Buffer.Add(window, offset, rows);
    }
}
