namespace Infoscope.Conformance;

/// <summary>What an estimator is given is as it was when it is done.</summary>
/// <remarks>Several estimators are fed from the same memory, so rows, labels, places, reference and attention must be bit for bit the same after every call of Observe.</remarks>
internal sealed class InputUnchangedLaw : LawProperty
{
    public override Law Law => Law.InputUnchanged;

    public override string Statement => "rows, labels and places are bit for bit the same after Observe";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input with { BlockRows = 5 };
        var (given, kept) = (BlockBuffers.Of(input, experiment.Trial.Needs, experiment.Trial.Precision).ToArray(), BlockBuffers.Of(input, experiment.Trial.Needs, experiment.Trial.Precision).ToArray());
        var changed = experiment.Trial.Begin(input, (context, estimation) =>
        {
            foreach (var block in given) block.Feed(estimation);
            experiment.Trial.Complete(estimation, context);
            return given.Zip(kept).Count(pair => !pair.First.IsSameAs(pair.Second));
        });
        return [Deviation.Whole(changed == 0, $"{changed} of {given.Length} blocks were no longer what they had been after Observe")];
    }
}
