namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("not-an-estimator", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class NotAnEstimator;
