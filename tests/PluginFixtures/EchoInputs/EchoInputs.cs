namespace Infoscope.Fixtures.EchoInputs;

/// <summary>Reports sums of every input, so that a test can tell whether each arrived, whole and row for row.</summary>
[Estimator("echo-inputs", Summary = "Sums of every input.", Citation = "none: a fixture", Options = typeof(EchoOptions))]
[Estimates("rows-observed")]
[Estimates("sum-of-rows")]
[Estimates("sum-of-rows-by-index")]
[Estimates("sum-of-row-indices")]
[Estimates("labelled-rows")]
[Estimates("sum-of-labels")]
[Estimates("sum-of-labels-by-index")]
[Estimates("sum-of-sequence-ids")]
[Estimates("sum-of-positions")]
[Estimates("sum-of-positions-by-sequence")]
[Estimates("sum-of-reference")]
[Estimates("sum-of-reference-by-index")]
[Estimates("blocks-with-attention")]
[Estimates("sum-of-attention")]
[Estimates("sum-of-attention-by-place")]
[Estimates("sum-of-option-array")]
[Estimates("survey-rows")]
[Estimates("survey-non-finite-rows")]
[Estimates("survey-zero-rows")]
[Estimates("survey-sum-of-means")]
[Estimates("survey-smallest-norm")]
[Estimates("survey-mean-norm")]
[Estimates("survey-largest-norm")]
[Estimates("survey-reservoir-rows")]
public sealed class EchoInputs : IEstimator
{
    public InputRequirements Requires(OptionValues options)
    {
        var echo = options.Bind<EchoOptions>();
        var whole = echo.Access == RowAccess.WholeSequences;
        return new InputRequirements
        {
            Access = echo.Access,
            MaximumRows = echo.MaximumRows,
            Precision = echo.Precision,
            Survey = echo.Survey,
            Labels = echo.Labels,
            Sequences = whole ? InputNeed.Required : InputNeed.Optional,
            Reference = echo.Reference,
            Attention = whole ? echo.Attention : InputNeed.None,
        };
    }

    public IEstimation Begin(EstimationContext context) => new EchoEstimation(context);
}
