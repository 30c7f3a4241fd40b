using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Anchors;

/// <summary>The anchors drawn last, so that the folds of one run draw them once; kept only as long as an estimation uses them.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class LastAnchors
{
    private readonly Lock gate = new();
    private readonly WeakReference<AnchorDraws?> anchors = new(null);
    private Drawing drawing;

    /// <summary>Gives the anchors that <see cref="AnchorDraws.Make"/> makes.</summary>
    public AnchorDraws Of(SoftEntropyOptions options, FeatureSplit split, EstimationContext context)
    {
        if (options.AnchorsFile is not null) return AnchorDraws.Make(options, split, context);
        var wanted = new Drawing(context.Seed, context.EstimatorId, context.Precision, split, options.Anchors, options.Draws, options.SubspaceAnchors);

        // Another fold that wants the same waits for them, which takes no longer than to draw them again.
        lock (gate)
        {
            if (drawing == wanted && anchors.TryGetTarget(out var last)) return last;
            var drawn = AnchorDraws.Make(options, split, context);
            drawing = wanted;
            anchors.SetTarget(drawn);
            return drawn;
        }
    }

    // All that random anchors depend on.
    private readonly record struct Drawing(ulong Seed, string EstimatorId, Precision Precision, FeatureSplit Split, int Anchors, int Draws, SubspaceAnchors SubspaceAnchors);
}
