namespace Infoscope.Plugins.Lasso.Reports;

/// <summary>What the estimator reports; y is the last token of a sequence, T a set of the tokens before it.</summary>
internal static class LassoQuantities
{
    public static Quantity InformationGain { get; } = Information("information-gain", "1/2 ln det(I + K/s^2)", "information gain of all tokens");

    public static Quantity InformationGainLast { get; } = Information("information-gain-last", "1/2 ln(1 + v/s^2)", "information gain of the last token");

    public static Quantity InformationGainPerToken { get; } = Information("information-gain-per-token", "1/2n ln det(I + K/s^2)", "information gain per token");

    public static Quantity TokenGain { get; } = Information("token-gain", "1/2 ln(1 + v_t/s^2)", "information gain of a token given those before it");

    public static Quantity LeaveOneOutGain { get; } = Information("leave-one-out-gain", "-1/2 sum ln(s^2 M_ii)", "information gain of each token given all others");

    public static Quantity MarginalGain { get; } = Information("marginal-gain", "1/2 sum ln(1 + |z|^2/s^2)", "information gain of each token given nothing");

    public static Quantity TokenAttention { get; } = Share("token-attention", "a_t", "attention that the last token pays a token");

    public static Quantity TokenLoss { get; } = Information("token-loss", "I(y; context) - I(y; context without t)", "information about the last token that goes with a token alone");

    public static Quantity ContextInformation { get; } = Information("context-information", "I(y; context)", "information of the tokens before it about the last token");

    public static Quantity RidgeOptimum { get; } = Share("ridge-optimum", "v/|y|^2", "ridge optimum of the last token");

    public static Quantity RidgeResidual { get; } = Share("ridge-residual", "e/|y|^2", "ridge residual of the last token");

    public static Quantity Lambda { get; } = new() { Id = "lambda", Symbol = "lambda", Name = "Lasso penalty", Kind = QuantityKind.Ratio, Minimum = 0 };

    public static Quantity LambdaRatio { get; } = new() { Id = "lambda-ratio", Symbol = "lambda/lambda max", Name = "Lasso penalty as a share of the one that selects nothing", Kind = QuantityKind.Ratio, Minimum = 0 };

    public static Quantity SelectedTokens { get; } = Count("selected-tokens", "|T|", "selected tokens");

    public static Quantity LassoResidual { get; } = Share("lasso-residual", "|y - Xw|^2/|y|^2", "residual of the Lasso");

    public static Quantity DualityGap { get; } = new() { Id = "duality-gap", Symbol = "gap/|y|^2", Name = "certified distance of the Lasso from its optimum, at worst", Kind = QuantityKind.Ratio };

    public static Quantity LassoWeight { get; } = new() { Id = "lasso-weight", Symbol = "w", Name = "weight of a selected token", Kind = QuantityKind.Ratio };

    public static Quantity PathTokens { get; } = Count("path-tokens", "|T(lambda)|", "selected tokens along the path");

    public static Quantity PathResidual { get; } = Share("path-residual", "|y - Xw(lambda)|^2/|y|^2", "residual of the Lasso along the path");

    public static Quantity InformationRetained { get; } = Share("information-retained", "I(y; T)/I(y; context)", "share of the context's information that a set of tokens retains");

    public static Quantity RefitResidual { get; } = Share("refit-residual", "|y - P_T y|^2/|y|^2", "residual of least squares on a set of tokens");

    public static Quantity SubsetRidgeOptimum { get; } = Share("subset-ridge-optimum", "v(T)/|y|^2", "ridge optimum of the last token on a set of tokens");

    public static Quantity Overlap { get; } = Share("overlap", "|A and B|/m", "share of the selected tokens that are also the most attended");

    public static Quantity Jaccard { get; } = Share("jaccard", "|A and B|/|A or B|", "selected and most attended tokens in common, of those in either");

    public static Quantity RankCorrelation { get; } = new() { Id = "rank-correlation", Symbol = "rho(|w|, a)", Name = "Spearman correlation of weights and attention", Kind = QuantityKind.Ratio, Minimum = -1, Maximum = 1 };

    public static Quantity RemovalLoss { get; } = Information("removal-loss", "I(y; context) - I(y; rest)", "information about the last token that goes with a set of tokens");

    public static Quantity RemovalLossTotal { get; } = Information("removal-loss-total", "-1/2 ln det(s^2 M_TT)", "information of the whole sequence that goes with a set of tokens");

    public static Quantity RemovalChance { get; } = Share("removal-chance", "p", "how often a random set takes as much away from the last token");

    public static Quantity ConcentrationGini { get; } = Share("concentration-gini", "Gini(g)", "Gini index of what each token alone takes away");

    public static Quantity ConcentrationEntropy { get; } = Share("concentration-entropy", "H(g)/ln k", "evenness of what each token alone takes away");

    public static Quantity ConcentrationParticipation { get; } = Count("concentration-participation", "(sum g)^2/sum g^2", "participation ratio of what each token alone takes away");

    public static Quantity ConcentrationHalf { get; } = Count("concentration-half", "k(1/2)", "fewest tokens that together hold half of what each takes away");

    private static Quantity Information(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Minimum = 0 };

    private static Quantity Share(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Ratio, Minimum = 0, Maximum = 1 };

    private static Quantity Count(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Count, Minimum = 0 };
}
