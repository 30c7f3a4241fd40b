namespace Infoscope.Fixtures.OlderMinor;

/// <summary>Counts rows; built against contract 1.0 and checked in as a DLL.</summary>
[Estimator("older-minor", Summary = "Counts rows.", Citation = "none: a fixture", Options = typeof(CountsRowsOptions))]
[Estimates("rows-observed")]
[Claims(Law.SamplePermutation, Exactness.Exact)]
public sealed class CountsRows : IRestoringEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { MinimumRows = options.Bind<CountsRowsOptions>().Step };

    public IEstimation Begin(EstimationContext context) => new RowCount(context.Options.Bind<CountsRowsOptions>().Step, 0);

    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        var bytes = new byte[sizeof(long)];
        from.ReadExactly(bytes);
        return new RowCount(context.Options.Bind<CountsRowsOptions>().Step, BitConverter.ToInt64(bytes));
    }
}
