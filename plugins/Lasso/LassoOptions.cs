namespace Infoscope.Plugins.Lasso;

/// <summary>The options of <see cref="LassoEstimator"/>.</summary>
public sealed record LassoOptions
{
    internal const double PublishedLambda = 1e-4;

    private const string Positive = "a number above 0";

    /// <summary>Gets the standard deviation of the noise of the Gaussian process; its square is the ridge penalty. 0.01 by default.</summary>
    [Option("standard deviation of the noise; its square is the penalty of the ridge regression", Minimum = 0, Allowed = Positive)]
    public double Sigma { get; init; } = 0.01;

    /// <summary>Gets whether every token is scaled to length 1; <c>true</c> by default.</summary>
    [Option("whether every token is scaled to length 1 first; on tokens of norm 40 the published lambda selects every one")]
    public bool UnitRows { get; init; } = true;

    /// <summary>Gets the penalty lambda; null takes <see cref="LambdaRatio"/>, <see cref="TopK"/>, or else 0.0001.</summary>
    [Option("penalty lambda; 0.0001 where lambda, lambda-ratio and top-k are all left out; it is not free of scale: see the quantity lambda-ratio", Minimum = 0, Allowed = Positive)]
    public double? Lambda { get; init; }

    /// <summary>Gets the penalty as a share of the smallest one that selects nothing; null leaves it to <see cref="Lambda"/>.</summary>
    [Option("penalty as a share of lambda max, at and above which nothing is selected", Minimum = 0, Allowed = Positive)]
    public double? LambdaRatio { get; init; }

    /// <summary>Gets the number of tokens to select; null leaves it to <see cref="Lambda"/>.</summary>
    [Option("number of tokens to select: the path is followed down from lambda max until so many are selected", Minimum = 1)]
    public int? TopK { get; init; }

    /// <summary>Gets what lambda multiplies beside |w|_1; <c>mean</c> by default.</summary>
    [Option("whether the squares that lambda is weighed against are their mean over features or their sum")]
    public PenaltyScale Penalty { get; init; } = PenaltyScale.Mean;

    /// <summary>Gets whether the regression has an intercept; <c>false</c> by default.</summary>
    [Option("whether the Lasso has an intercept, that is, tokens are centred over their features")]
    public bool Intercept { get; init; }

    /// <summary>Gets the number of penalties of the path that is reported, 0 for none; 0 by default.</summary>
    [Option("number of penalties of the path to report, spaced evenly in the logarithm from lambda max down", Minimum = 0, Maximum = 1000, Allowed = "0 | a whole number, 2 to 1000")]
    public int PathPoints { get; init; }

    /// <summary>Gets the last penalty of the path as a share of lambda max; 0.001 by default.</summary>
    [Option("last penalty of the path, as a share of lambda max", Minimum = 0, Maximum = 0.99, Allowed = "a number above 0 and at most 0.99")]
    public double PathEnd { get; init; } = 0.001;

    /// <summary>Gets the number of random sets of tokens to compare with; 200 by default.</summary>
    [Option("number of random sets of tokens that the selection is compared with", Minimum = 1, Maximum = 100_000)]
    public int RandomSets { get; init; } = 200;

    /// <summary>Gets how many tokens at the start of a sequence count as unattended in comparisons; 1 by default.</summary>
    [Option("how many first tokens of a sequence count as unattended: attention rests on them whatever they say", Minimum = 0)]
    public int AttentionSinks { get; init; } = 1;

    /// <summary>Gets what is done with tokens of zeros; <c>refuse</c> by default.</summary>
    [Option("whether tokens whose every feature is 0 are refused or kept, to tell nothing")]
    public ZeroTokens ZeroTokens { get; init; } = ZeroTokens.Refuse;

    /// <summary>Gets which tokens have rows of their own under --items; <c>selected</c> by default.</summary>
    [Option("whether --items shows the selected tokens alone or every token with its gains, attention and loss as well")]
    public TokenItems TokenItems { get; init; } = TokenItems.Selected;
}
