using Infoscope.Plugins.Lasso.Reports;

namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>One number about one token.</summary>
/// <param name="Quantity">The place of the quantity in <see cref="Quantities"/>.</param>
/// <param name="Position">The place of the token in its sequence.</param>
/// <param name="Value">The number.</param>
internal readonly record struct TokenNumber(int Quantity, int Position, double Value)
{
    /// <summary>Gets what is reported of single tokens.</summary>
    public static IReadOnlyList<Quantity> Quantities { get; } =
        [LassoQuantities.LassoWeight, LassoQuantities.TokenGain, LassoQuantities.LeaveOneOutGain, LassoQuantities.MarginalGain, LassoQuantities.TokenAttention, LassoQuantities.TokenLoss];

    /// <summary>Reads the tokens off an analysis: the selected ones, the heaviest first, then all if they are asked for: their gains, and of those before the last what it attends to and what they tell about it.</summary>
    public static IEnumerable<TokenNumber> Of(SequenceAnalysis analysis, TokenItems which)
    {
        var positions = analysis.Tokens.Positions;
        foreach (var token in analysis.Selected) yield return new(0, positions[token], analysis.Solution.Weights[token]);
        for (var token = 0; which == TokenItems.All && token < positions.Length; token++)
        {
            yield return new(1, positions[token], analysis.Gains.GainsNats[token]);
            yield return new(2, positions[token], analysis.Gains.LeaveOneOutNats[token]);
            yield return new(3, positions[token], analysis.Gains.MarginalNats[token]);
            if (token == positions.Length - 1) yield break;
            if (analysis.Tokens.Attention is { } attention) yield return new(4, positions[token], attention[token]);
            yield return new(5, positions[token], analysis.TokenLossesNats[token]);
        }
    }
}
