namespace Infoscope.Conformance;

/// <summary>Batches of any size, and states merged in any order, give what one pass gives.</summary>
/// <remarks>
/// What streams must not care where a block ends. What merges, by <see cref="IMergeableEstimation"/>, is dealt out to three estimations that are merged the other way round into a
/// new one; what restores, by <see cref="IRestoringEstimator"/>, is also saved and taken up again on the way. Sums are in another order, so equal means equal but for rounding.
/// </remarks>
internal sealed class MergeableLaw : LawProperty
{
    private const int Parts = 3;

    public override Law Law => Law.Mergeable;

    public override string Statement => "batches of any size, and states merged in any order, give what one pass gives";

    public override bool IsEquation => true;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => needs.Access == RowAccess.Stream ? null : "it takes all rows, or whole sequences, at once";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input with { Items = true };
        var whole = experiment.Run(input);
        var blockRows = 1 + (int)experiment.Random("blocks").NextBelow(4);
        foreach (var deviation in InvarianceLaw.Same(whole, "in one block", experiment.Run(input with { BlockRows = blockRows }), $"in blocks of {blockRows}")) yield return deviation;
        foreach (var deviation in OfParts(experiment, input, whole)) yield return deviation;
    }

    // One pass had an answer, so parts of it must have one as well.
    private static IEnumerable<Deviation> OfParts(Experiment experiment, TrialInput input, Estimates whole)
    {
        try
        {
            return Merged(experiment, input) is { } merged ? InvarianceLaw.Same(whole, "in one pass", merged, "merged from parts") : [];
        }
        catch (RefusedException refusal)
        {
            return [Deviation.Whole(false, $"one pass gave estimates, but merged from parts it refused: {refusal.Message}")];
        }
    }

    private static Estimates? Merged(Experiment experiment, TrialInput input)
    {
        var (trial, estimator) = (experiment.Trial, experiment.Subject.Estimator);
        return trial.Begin<Estimates?>(input, (context, whole) =>
        {
            if (whole is not IMergeableEstimation merging) return null;
            var parts = new List<IEstimation>();
            try
            {
                for (var part = 0; part < Parts; part++) parts.Add(Fed(experiment, input, context, part));
                for (var part = Parts - 1; part >= 0; part--) merging.Merge(parts[part]);
                return trial.Complete(merging, context);
            }
            finally
            {
                foreach (var part in parts) part.Dispose();
            }
        });

        IEstimation Fed(Experiment of, TrialInput given, EstimationContext context, int part)
        {
            var estimation = of.Trial.Begun(context);
            var (start, end) = (part * given.Rows.Length / Parts, (part + 1) * given.Rows.Length / Parts);
            foreach (var block in BlockBuffers.Of(given, of.Trial.Needs, of.Trial.Precision, start, end)) block.Feed(estimation);
            if (estimator is not IRestoringEstimator restoring || estimation is not IMergeableEstimation saving) return estimation;
            using var state = new MemoryStream();
            saving.Save(state);
            estimation.Dispose();
            state.Position = 0;
            return restoring.Restore(context, state) ?? throw new FaultException("Restore gave null");
        }
    }
}
