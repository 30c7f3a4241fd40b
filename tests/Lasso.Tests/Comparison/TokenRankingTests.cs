using Infoscope.Plugins.Lasso.Comparison;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class TokenRankingTests
{
    [Fact]
    public void LargerScoresComeFirstAndOfEqualOnesTheNearerToTheTarget() => Assert.Equal([3, 4, 1, 2, 0], TokenRanking.Of([-1, 2, 0, 5, 2]));

    [Fact]
    public void WeightsCountByTheirMagnitude() => Assert.Equal([1, 3], TokenRanking.ByWeight([0, -2, 0.5, 1, 0], 2));

    [Fact]
    public void TokensWithoutWeightAreNotSelected()
    {
        Assert.Empty(TokenRanking.ByWeight([0, 0], 0));
        Assert.Contains("1 tokens have a weight", Assert.Throws<ArgumentOutOfRangeException>(() => TokenRanking.ByWeight([0, 3], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScoreThatIsNotANumberIsRefused() =>
        Assert.Contains("the score of token 1 is not a number", Assert.Throws<ArgumentException>(() => TokenRanking.Of([1, double.NaN])).Message, StringComparison.Ordinal);
}
