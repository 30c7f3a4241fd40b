using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.References;

namespace Infoscope.Acceptance.Tests;

/// <summary>The language-model sample beside the published estimator, and the two phases of its training.</summary>
public sealed class LanguageModelTests
{
    public static TheoryData<int> Steps => [.. LanguageModelEstimates.Steps];

    [Theory]
    [MemberData(nameof(Steps))]
    public void EntropyAndInformationAreThoseOfThePublishedEstimator(int step)
    {
        var rows = LanguageModelEstimates.At(step);
        Assert.Equal(Expected.LanguageModel(step, "H(Z)"), rows.Entropy().Normalized!.Value, Expected.Tolerance);
        foreach (var (labelSet, figure) in LanguageModelEstimates.WithPermutation.Concat(LanguageModelEstimates.WithoutPermutation))
            Assert.Equal(Expected.LanguageModel(step, $"I/{figure}"), rows.Information(labelSet).Normalized!.Value, Expected.Tolerance);
        Assert.All(rows, row => Assert.Equal((7552, 0), (row.RowsUsed, row.RowsDropped)));
    }

    [Fact]
    public void TokenInformationPeaksAndThenBigramInformationGrowsBeyondIt()
    {
        double At(int step, string labelSet) => LanguageModelEstimates.At(step).Information(labelSet).Value;
        TwoPhases.Assert([.. LanguageModelEstimates.Steps.Select(step => (step, At(step, LanguageModel.Token), At(step, LanguageModel.Bigram)))]);
    }
}
