namespace Infoscope.Fixtures.ThrowsInObserve;

/// <summary>Throws an exception of its own type from a call of Observe.</summary>
[Estimator("throws-in-observe", Summary = "Throws while it runs.", Citation = "none: a fixture", Options = typeof(ThrowsInObserveOptions))]
[Estimates("rows-observed")]
public sealed class ThrowsInObserve : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation(context.Options.Bind<ThrowsInObserveOptions>());

    private sealed class Estimation(ThrowsInObserveOptions options) : IEstimation
    {
        private int calls;

        public void Observe(in ActivationBlock block)
        {
            if (++calls == options.Call) throw new ObservedTooMuchException($"call {calls} was too much");
        }

        public EstimateSet Complete() => new() { Estimates = [] };

        public void Dispose()
        {
        }
    }
}
