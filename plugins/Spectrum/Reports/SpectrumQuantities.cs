namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>The quantities that a spectrum gives beside the shared ones.</summary>
internal static class SpectrumQuantities
{
    public static Quantity CodingRate { get; } = new() { Id = "coding-rate", Symbol = "R(Z)", Name = "coding rate of a row", Minimum = 0 };

    public static Quantity CodingLength { get; } = new() { Id = "coding-length", Symbol = "L(Z)", Name = "coding length of all rows", Minimum = 0 };

    public static Quantity CodingRateNormalized { get; } = Share("coding-rate-normalized", "R(Z)/max R", "coding rate over that of d equal directions");

    public static Quantity CodingRateTight { get; } = Share("coding-rate-tight", "R(Z)/max R of n rows", "coding rate over the largest of as many rows and features");

    public static Quantity CodingRateReduction { get; } = new() { Id = "coding-rate-reduction", Symbol = "R(Z) - R(Z|Y)", Name = "coding rate that knowing the label saves", Minimum = 0, RisesWithInformation = true };

    public static Quantity EquivalentRank { get; } = Rank("equivalent-rank", "r_eq", "equal directions of the same coding rate");

    public static Quantity MatrixEntropy { get; } = new() { Id = "matrix-entropy", Symbol = "S(rho)", Name = "matrix (von Neumann) entropy", Minimum = 0 };

    public static Quantity EffectiveRankSingular { get; } = Rank("effective-rank-singular", "exp H(s)", "effective rank of the singular values");

    public static Quantity EffectiveRankCovariance { get; } = Rank("effective-rank-covariance", "exp S(rho)", "effective rank of the covariance");

    public static Quantity ParticipationRatio { get; } = Rank("participation-ratio", "(tr K)^2/tr K^2", "participation ratio");

    public static Quantity StableRank { get; } = Rank("stable-rank", "tr K/lambda_1", "stable rank");

    public static Quantity NumericalRank { get; } = Rank("numerical-rank", "rank", "eigenvalues above rounding");

    public static Quantity ConditionNumber { get; } = new() { Id = "condition-number", Symbol = "s_1/s_rank", Name = "condition number over the numerical rank", Kind = QuantityKind.Ratio, Minimum = 1 };

    /// <summary>Gives the quantities of a spectrum that rest on the coding rate.</summary>
    public static IReadOnlyList<Quantity> OfRate { get; } = [CodingRate, CodingLength, CodingRateNormalized, CodingRateTight, EquivalentRank];

    private static Quantity Share(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Ratio, Minimum = 0, Maximum = 1 };

    private static Quantity Rank(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Count, Minimum = 1 };
}
