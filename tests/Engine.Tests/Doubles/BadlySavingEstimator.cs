namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Counts rows; closes the stream that it saves into, or does not take its state up again.</summary>
internal sealed class BadlySavingEstimator(string how) : IRestoringEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation();

    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        if (how == "restore throws") throw new InvalidOperationException("not today");
        using var reader = new BinaryReader(from);
        return how == "restore null" ? null! : new Estimation { Rows = reader.ReadInt64() };
    }

    private sealed class Estimation : IMergeableEstimation
    {
        public long Rows { get; set; }

        public void Observe(in ActivationBlock block) => Rows += block.Rows;

        public void Merge(IEstimation other) => Rows += ((Estimation)other).Rows;

        public EstimateSet Complete() => new()
        {
            Estimates = [new Estimate { Quantity = new Quantity { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count }, Value = Amount.Count(Rows), RowsUsed = Rows }],
        };

        public void Save(Stream to)
        {
            using var writer = new BinaryWriter(to);
            writer.Write(Rows);
        }
    }
}
