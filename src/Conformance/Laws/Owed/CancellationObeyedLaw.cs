namespace Infoscope.Conformance;

/// <summary>An estimation whose cancellation was requested ends by saying so.</summary>
/// <remarks>With a token that is cancelled after Begin and before the first row, Observe or Complete throws OperationCanceledException. No clock is involved: an estimation that never looks at the token completes, and is found.</remarks>
internal sealed class CancellationObeyedLaw : LawProperty
{
    public override Law Law => Law.CancellationObeyed;

    public override string Statement => "with a cancelled token, Observe or Complete throws OperationCanceledException";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        // A sample that is refused says nothing about cancellation.
        experiment.Run(experiment.Input);
        using var source = new CancellationTokenSource();
        var input = experiment.Input with { Cancellation = source.Token, BlockRows = 5 };
        var completed = true;
        try
        {
            experiment.Trial.Begin(input, (context, estimation) =>
            {
                source.Cancel();
                foreach (var block in BlockBuffers.Of(input, experiment.Trial.Needs, experiment.Trial.Precision)) block.Feed(estimation);
                return experiment.Trial.Complete(estimation, context);
            });
        }
        catch (OperationCanceledException)
        {
            completed = false;
        }

        return [Deviation.Whole(!completed, "neither Observe nor Complete threw OperationCanceledException, although the token was cancelled before the first row")];
    }
}
