namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Everything that a <see cref="FormulaEstimator"/> was fed of one label set.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Labels">The labels, in order.</param>
/// <param name="Seed">The seed of the estimation.</param>
internal sealed record RowsAndLabels(IReadOnlyList<double[]> Rows, IReadOnlyList<int> Labels, ulong Seed);
