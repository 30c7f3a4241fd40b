namespace Infoscope.Fixtures.OlderMinor;

/// <summary>A number of rows.</summary>
internal sealed class RowCount(int step, long count) : IMergeableEstimation
{
    private long count = count;

    public void Observe(in ActivationBlock block) => count += (long)step * block.Rows;

    public void Merge(IEstimation other) => count += ((RowCount)other).count;

    public void Save(Stream to) => to.Write(BitConverter.GetBytes(count));

    public EstimateSet Complete() => new()
    {
        Estimates =
        [
            new Estimate
            {
                Quantity = new Quantity { Id = "rows-observed", Symbol = "N", Name = "rows observed", Kind = QuantityKind.Count },
                Value = Amount.Count(count),
                RowsUsed = count / step,
            },
        ],
    };

    public void Dispose()
    {
    }
}
