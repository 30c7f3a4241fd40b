namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Gives one information, about a label set that is named once and for all.</summary>
internal sealed class OneInformationEstimator(string labelSet) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation(labelSet);

    private sealed class Estimation(string labelSet) : IEstimation
    {
        private long rows;

        public void Observe(in ActivationBlock block) => rows += block.Rows;

        public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = Quantities.MutualInformation, LabelSet = labelSet, Value = Information.FromNats(1), RowsUsed = rows }] };
    }
}
