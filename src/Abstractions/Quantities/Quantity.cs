namespace Infoscope;

/// <summary>What is estimated, apart from how: an identity, a symbol, a name, a kind and a range.</summary>
/// <remarks>Two estimators of one quantity carry the same <see cref="Id"/>, which is the column <c>quantity</c> of a result.</remarks>
public sealed record Quantity
{
    /// <summary>Gets the identity, in lower case with hyphens, such as <c>mutual-information</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the symbol used in formulas, such as <c>I(Y;Z)</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Gets the name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what sort of number it is.</summary>
    public QuantityKind Kind { get; init; } = QuantityKind.Information;

    /// <summary>Gets the smallest value the definition allows, in the unit of the kind.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Gets the largest value the definition allows, in the unit of the kind.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Gets whether it rises when the labels are known better, so that what permuted labels give tells how much of it is bias, and the engine a verdict.</summary>
    /// <remarks>Since contract 1.4.</remarks>
    public bool RisesWithInformation { get; init; }

    /// <summary>Writes the identity.</summary>
    public override string ToString() => Id;
}
