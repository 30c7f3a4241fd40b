using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Inputs at the edge have an answer, a count of what was left out, or a refusal in words.</summary>
/// <remarks>
/// One row, one feature, one label, a label of one row, no labelled row, a row without a label, equal rows, forty features, a negative zero, a subnormal value, a zero row, a row with a NaN or an infinity: every estimate is finite; one that had such a row
/// counts it in RowsDropped; a row of another kind than the estimator asks for is refused or counted there; one about labels rests on no more rows than have one; or the estimator throws one of the contract's exceptions with a sentence. Never a NaN, an index out of range, or a row that vanished.
/// </remarks>
internal sealed class DegenerateInputsLaw : LawProperty
{
    private const int Edges = 14;
    private const int ManyFeatures = 40;
    private const string OfAnotherKind = "a row of another kind";

    public override Law Law => Law.DegenerateInputs;

    public override string Statement => "inputs at the edge give finite values, a count of what was left out, or a refusal in words";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var (input, edge) = AtAnEdge(experiment);
        Estimates estimates;
        try
        {
            estimates = experiment.Run(input with { Items = true });
        }
        catch (FaultException fault)
        {
            throw new FaultException($"{edge}: {fault.Message}");
        }
        catch (RefusedException refusal)
        {
            return [Deviation.Whole(!string.IsNullOrWhiteSpace(refusal.Message), $"{edge}: it was refused without a sentence")];
        }

        return [.. Compare(estimates, input, edge), .. edge == OfAnotherKind ? [Deviation.Whole(estimates.All.Any(estimate => estimate.RowsDropped > 0), $"{edge}: it was neither refused nor left out and counted")] : Array.Empty<Deviation>()];
    }

    private static IEnumerable<Deviation> Compare(Estimates estimates, TrialInput input, string edge)
    {
        var labelled = input.Labels[0].Ids.Count(label => label >= 0);
        var notFinite = input.Rows.Count(row => !Array.TrueForAll(row, double.IsFinite));
        var labelledNotFinite = input.Rows.Where((row, place) => input.Labels[0].Ids[place] >= 0 && !Array.TrueForAll(row, double.IsFinite)).Count();
        // One that gives something over all rows says there what it dropped.
        var overAll = estimates.All.Any(estimate => estimate.LabelSet.Length == 0);
        foreach (var estimate in estimates.All)
        {
            var name = Estimates.NameOf(estimate);
            yield return Deviation.Whole(double.IsFinite(estimate.Value.Number), $"{edge}: {name} is {estimate.Value.Number}");
            if (estimate is { LabelSet: Experiment.Fine, Item: "" })
                yield return Deviation.Whole(estimate.RowsUsed <= labelled, $"{edge}: {name} rests on {estimate.RowsUsed} rows; {labelled} have a label");
            if (!overAll && estimate is { LabelSet: Experiment.Fine, Item: "" })
                yield return Deviation.Whole(estimate.RowsDropped >= labelledNotFinite, $"{edge}: {name} says that it dropped {estimate.RowsDropped} rows; {labelledNotFinite} labelled ones are not finite");
            if (estimate is not { LabelSet: "", Item: "" }) continue;
            yield return Deviation.Whole(estimate.RowsUsed + estimate.RowsDropped <= input.Rows.Length, $"{edge}: {name} says that it used {estimate.RowsUsed} rows and dropped {estimate.RowsDropped}; there are {input.Rows.Length}");
            yield return Deviation.Whole(estimate.RowsDropped >= notFinite, $"{edge}: {name} says that it dropped {estimate.RowsDropped} rows; {notFinite} are not finite");
        }
    }

    private static (TrialInput Input, string Edge) AtAnEdge(Experiment experiment)
    {
        var (input, random, kind) = (experiment.Input, experiment.Random("edge"), experiment.Trial.Needs.RowKind);
        var at = (int)random.NextBelow(input.Rows.Length);
        TrialInput Labelled(Func<int, int> label) => input.With(new LabelColumn(Experiment.Fine, [.. Enumerable.Range(0, input.Rows.Length).Select(label)]));
        TrialInput Changed(Func<double[], double[]> change) => input with { Rows = [.. input.Rows.Select((row, place) => place == at ? change(row) : row)] };
        TrialInput WithRow(double value) => Changed(row => [.. row[..^1], value]);
        TrialInput OfKind(TrialInput changed) => changed.Map(row => kind.Nearest(row));
        return random.NextBelow(kind == RowKind.Any ? Edges : Edges + 1) switch
        {
            0 => (input.Take([at]), "one row"),
            1 => (OfKind(input.Map(row => row[..1])), "one feature"),
            2 => (Labelled(_ => 0), "one label"),
            3 => (Labelled(row => row == at ? 1 : 0), "a label of one row"),
            4 => (Labelled(_ => -1), "no labelled row"),
            5 => (input.Map(_ => input.Rows[at]), "equal rows"),
            6 => (Changed(row => new double[row.Length]), "a zero row"),
            7 => (WithRow(double.NaN), "a row with a NaN"),
            8 => (WithRow(double.PositiveInfinity), "a row with an infinity"),
            9 => (OfKind(input.Map(row => [.. row[..^1], 1])), "a constant column"),
            10 => (Labelled(row => row == at ? -1 : input.Labels[0].Ids[row]), "a row without a label"),
            11 => (OfKind(input.Map(row => [.. Enumerable.Range(0, ManyFeatures).Select(feature => row[feature % row.Length])])), "forty features"),
            12 => (OfKind(WithRow(-0.0)), "a negative zero"),
            13 => (OfKind(WithRow(double.Epsilon)), "a subnormal value"),
            _ => (Changed(row => kind == RowKind.NonNegative ? [.. row[..^1], -1] : [.. row.Select(value => 2 * value)]), OfAnotherKind),
        };
    }
}
