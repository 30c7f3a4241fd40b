namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The weights at one penalty, with the proof of how good they are.</summary>
internal sealed record LassoSolution
{
    /// <summary>Gets the weight of each of the k context tokens; of identical tokens the last carries the weight of all.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Gets the selected tokens: those of weight other than zero, by falling magnitude, among equals the one nearest to the target first.</summary>
    public required IReadOnlyList<int> Support { get; init; }

    /// <summary>Gets the penalty Lambda of 1/2 |y - Xw|^2 + Lambda |w|_1.</summary>
    public required double Lambda { get; init; }

    /// <summary>Gets Lambda / max |X'y|; 1 and above select nothing. Infinite when the target is orthogonal to every token.</summary>
    public required double LambdaRatio { get; init; }

    /// <summary>Gets the objective 1/2 |y - Xw|^2 + Lambda |w|_1.</summary>
    public required double Primal { get; init; }

    /// <summary>Gets a lower bound of the objective at any weights.</summary>
    public required double Dual { get; init; }

    /// <summary>Gets primal - dual: by so much at most the objective lies above its minimum.</summary>
    public required double Gap { get; init; }

    /// <summary>Gets by how much the conditions of optimality are missed: the largest |x_j'r| - Lambda of a token left out, or |x_j'r - Lambda sign(w_j)| of a selected one.</summary>
    public required double KktViolation { get; init; }

    /// <summary>Gets |y - Xw|^2, a difference that carries about 1e-16 |y|^2 of rounding.</summary>
    public required double ResidualEnergy { get; init; }

    /// <summary>Gets |w|_1.</summary>
    public required double L1 { get; init; }

    /// <summary>Gets whether no other weights reach the same objective: the tokens at the bound |x_j'r| = Lambda are linearly independent and no selected token is repeated.</summary>
    /// <remarks>False says that they are dependent, so that other weights may; the fit Xw and |w|_1 are unique even then.</remarks>
    public required bool IsUnique { get; init; }

    /// <summary>Gets whether the gap is at most 1e-12 |y|^2.</summary>
    public required bool IsCertified { get; init; }

    /// <summary>Gets the groups of identical tokens.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Groups { get; init; }
}
