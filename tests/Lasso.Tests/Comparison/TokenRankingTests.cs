using Infoscope.Plugins.Lasso.Comparison;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class TokenRankingTests
{
    [Fact]
    public void LargerScoresComeFirstAndOfEqualOnesTheNearerToTheTarget() => Assert.Equal([3, 4, 1, 2, 0], TokenRanking.Of([-1, 2, 0, 5, 2]));

    [Fact]
    public void AScoreThatIsNotANumberIsRefused() =>
        Assert.Contains("the score of token 1 is not a number", Assert.Throws<ArgumentException>(() => TokenRanking.Of([1, double.NaN])).Message, StringComparison.Ordinal);
}
