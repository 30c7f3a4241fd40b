namespace Infoscope.Fixtures.EchoInputs;

/// <summary>Adds up what it is fed; a sum by index weights each row by its index plus 1, so that rows out of place show.</summary>
internal sealed class EchoEstimation(EstimationContext context) : IEstimation
{
    private readonly SortedDictionary<(string Quantity, int LabelSet), double> sums = [];
    private readonly NumericArray? array = context.Options.Bind<EchoOptions>().Array;
    private long rows;

    public void Observe(in ActivationBlock block)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        rows += block.Rows;
        for (var row = 0; row < block.Rows; row++) ObserveRow(block, row);
        if (block.AttentionHeads == 0) return;
        Add("blocks-with-attention", 1);
        for (var place = 0; place < block.Attention.Length; place++)
        {
            Add("sum-of-attention", block.Attention[place]);
            Add("sum-of-attention-by-place", block.Attention[place] * (place + 1.0));
        }
    }

    public EstimateSet Complete()
    {
        var estimates = new List<Estimate> { Estimate("rows-observed", rows) };
        estimates.AddRange(sums.Select(sum => Estimate(sum.Key.Quantity, sum.Value, sum.Key.LabelSet)));
        if (array is not null) estimates.Add(Estimate("sum-of-option-array", array.ToReals().Sum()));
        if (context.Survey is { } survey) estimates.AddRange(EchoSurvey(survey));
        return new EstimateSet { Estimates = estimates, Notes = [$"precision {context.Precision}"] };
    }

    public void Dispose()
    {
    }

    private void ObserveRow(in ActivationBlock block, int row)
    {
        var weight = block.RowIndices[row] + 1.0;
        Add("sum-of-row-indices", block.RowIndices[row]);
        AddWeighted("sum-of-rows", context.Precision == Precision.Double ? Sum(block.DoubleRow(row)) : Sum(block.SingleRow(row)), weight);
        for (var set = 0; set < context.LabelSets.Count; set++)
        {
            var label = block.Labels(set)[row];
            if (label < 0) continue;
            Add("labelled-rows", 1, set);
            AddWeighted("sum-of-labels", label, weight, set);
        }

        if (block.SequenceIds.Length > 0)
        {
            Add("sum-of-sequence-ids", block.SequenceIds[row]);
            Add("sum-of-positions", block.Positions[row]);
            Add("sum-of-positions-by-sequence", block.Positions[row] * (block.SequenceIds[row] + 1.0));
        }

        if (block.ReferenceFeatures > 0)
        {
            var (start, length) = (row * block.ReferenceFeatures, block.ReferenceFeatures);
            AddWeighted("sum-of-reference", context.Precision == Precision.Double ? Sum(block.ReferenceDouble.Slice(start, length)) : Sum(block.ReferenceSingle.Slice(start, length)), weight);
        }
    }

    private IEnumerable<Estimate> EchoSurvey(ActivationSurvey survey) =>
    [
        Estimate("survey-rows", survey.Rows),
        Estimate("survey-non-finite-rows", survey.NonFiniteRows),
        Estimate("survey-zero-rows", survey.ZeroRows),
        Estimate("survey-sum-of-means", survey.Mean.Sum()),
        Estimate("survey-smallest-norm", survey.SmallestNorm),
        Estimate("survey-mean-norm", survey.MeanNorm),
        Estimate("survey-largest-norm", survey.LargestNorm),
        Estimate("survey-reservoir-rows", survey.ReservoirRows.Count),
    ];

    private Estimate Estimate(string quantity, double number, int labelSet = -1) => new()
    {
        Quantity = new Quantity { Id = quantity, Symbol = quantity, Name = quantity.Replace('-', ' '), Kind = QuantityKind.Count },
        Value = Amount.Count(number),
        LabelSet = labelSet < 0 ? "" : context.LabelSets[labelSet].Name,
        RowsUsed = rows,
    };

    private static double Sum(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (var value in row) sum += value;
        return sum;
    }

    private static double Sum(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (var value in row) sum += value;
        return sum;
    }

    private void AddWeighted(string quantity, double number, double weight, int labelSet = -1)
    {
        Add(quantity, number, labelSet);
        Add(quantity + "-by-index", number * weight, labelSet);
    }

    private void Add(string quantity, double number, int labelSet = -1) =>
        sums[(quantity, labelSet)] = sums.GetValueOrDefault((quantity, labelSet)) + number;
}
