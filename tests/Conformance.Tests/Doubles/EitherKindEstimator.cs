namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Gives 0 for any rows, or for distributions, as an option says; claims to see no rotation of either.</summary>
[Estimator("either-kind", Citation = "none: a double", Options = typeof(EitherKindOptions))]
[Estimates("mutual-information")]
[Claims(Law.Isometry, Exactness.Exact)]
public sealed class EitherKindEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double, RowKind = options.Bind<EitherKindOptions>().Shares ? RowKind.Distribution : RowKind.Any };

    public IEstimation Begin(EstimationContext context) => new FormulaEstimator(_ => 0).Begin(context);
}
