namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>The mean attention that positions pay to themselves; needs whole sequences with attention, in single precision.</summary>
[Estimator("self-attention", Citation = "none: a double")]
[Estimates("self-attention")]
[Claims(Law.Translation, Exactness.Exact)]
public sealed class AttentionEstimator : IEstimator
{
    private static readonly Quantity SelfAttention = new() { Id = "self-attention", Symbol = "a_tt", Name = "attention to oneself", Kind = QuantityKind.Ratio };

    public InputRequirements Requires(OptionValues options) =>
        new() { Access = RowAccess.WholeSequences, Sequences = InputNeed.Required, Attention = InputNeed.Required, Labels = InputNeed.None, Precision = Precision.Single };

    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    private sealed class Estimation(EstimationContext context) : IEstimation
    {
        private double sum;
        private int rows;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (block.AttentionLength != block.Rows || block.Single.Length != block.Rows * block.Features) throw new InvalidOperationException("the attention is not of the sequence");
            foreach (var value in block.Single)
            {
                if (!float.IsFinite(value)) throw new NumericalFailureException("a row is not finite.");
            }

            for (var position = 0; position < block.Rows; position++) sum += block.Attention[(position * block.AttentionLength) + position];
            if (block.Positions[0] != 0 || block.SequenceIds[0] != block.SequenceIds[^1]) throw new InvalidOperationException("this is no whole sequence");
            rows += block.Rows;
        }

        public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = SelfAttention, Value = Amount.Ratio(sum / rows), RowsUsed = rows }] };
    }
}
