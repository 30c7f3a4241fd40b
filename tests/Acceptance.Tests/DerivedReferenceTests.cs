using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.References;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Results;
using Infoscope.Plugins.SoftEntropy;

namespace Infoscope.Acceptance.Tests;

/// <summary>What the engine derives, beside the same computed by hand from the published figures of the language model.</summary>
public sealed class DerivedReferenceTests
{
    private const string Trigram = "ngram:3:tokens.npy", Next = "next:1:tokens.npy";

    // Half a unit of the sixth decimal of a figure, and as much again for the path in single precision, which was seen to add nothing that shows.
    private const double FigureError = 1e-6;

    private static readonly string[] Chain = [LanguageModel.Token, LanguageModel.Bigram, Trigram];

    private static readonly Dictionary<string, string> Figures = LanguageModelEstimates.WithPermutation.Concat(LanguageModelEstimates.WithoutPermutation).ToDictionary();

    private static readonly Dictionary<int, Lazy<IReadOnlyList<ResultRow>>> Made = LanguageModelEstimates.Steps.ToDictionary(step => step, step => new Lazy<IReadOnlyList<ResultRow>>(() => Estimate(step)));

    public static TheoryData<int> Steps => [.. LanguageModelEstimates.Steps];

    public static IEnumerable<object[]> ConsecutiveSteps => LanguageModelEstimates.Steps.Zip(LanguageModelEstimates.Steps.Skip(1), (earlier, later) => (object[])[earlier, later]);

    [Theory]
    [MemberData(nameof(Steps))]
    public void EfficiencyRegularityAndVariationAreRatiosOfThePublishedFigures(int step)
    {
        AssertIs(Find(step, "efficiency", ""), figures => figures[0], Entropy(step));
        foreach (var labelSet in Figures.Keys)
        {
            double[] parts = [Information(step, labelSet), Entropy(step)];
            AssertIs(Find(step, "regularity", labelSet), figures => figures[0] / figures[1], parts);
            AssertIs(Find(step, "regularity-of-maximum", labelSet), figures => figures[0], parts[0]);
            AssertIs(Find(step, "variation", labelSet), figures => figures[1] - figures[0], parts);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void UnweightedVariationIsTheMeanOverLabels(int step)
    {
        foreach (var labelSet in Figures.Keys)
        {
            var ofLabels = Made[step].Value.Where(row => row.Quantity == "conditional-entropy" && row.LabelSet == labelSet && row.Item.Length > 0).ToArray();
            var row = Find(step, "variation-unweighted", labelSet);
            Assert.Equal(row.Labels, ofLabels.Length);
            Assert.Equal(ofLabels.Average(one => one.Value) / Math.Log(100), row.Value, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void SharesOfTheChainAreThoseOfThePublishedFiguresAndAddUpToOne(int step)
    {
        double[] figures = [Entropy(step), .. Chain.Select(labelSet => Information(step, labelSet))];
        var rows = Made[step].Value.Where(row => row.Against == string.Join(',', Chain)).ToArray();
        Assert.Equal([.. Chain.Select(labelSet => ("share", labelSet)), ("residual", Trigram)], rows.Select(row => (row.Quantity, row.LabelSet)));
        AssertIs(rows[0], all => all[1] / all[0], figures);
        AssertIs(rows[1], all => (all[2] - all[1]) / all[0], figures);
        AssertIs(rows[2], all => (all[3] - all[2]) / all[0], figures);
        AssertIs(rows[3], all => (all[0] - all[3]) / all[0], figures);
        Assert.Equal(1, rows.Sum(row => row.Value), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void OptimalityIsThePublishedInformationAboutTheNextTokenOverThatAboutTheToken(int step) =>
        AssertIs(Find(step, "optimality", Next, LanguageModel.Token), figures => figures[0] / figures[1], Information(step, Next), Information(step, LanguageModel.Token));

    [Theory]
    [MemberData(nameof(ConsecutiveSteps))]
    public void DifferencesAreThoseOfThePublishedFiguresOfConsecutiveSteps(int earlier, int later)
    {
        var differences = new Differences([DifferenceAxis.Steps]);
        Assert.Empty(differences.Next(Made[earlier].Value));
        var rows = differences.Next(Made[later].Value);
        ResultRow Of(string quantity, string labelSet) => Assert.Single(rows, row => (row.Quantity, row.LabelSet, row.Against) == (quantity + ResultRow.DifferenceSuffix, labelSet, $"step {earlier}"));
        AssertIs(Of("efficiency", ""), figures => figures[0] - figures[1], Entropy(later), Entropy(earlier));
        foreach (var labelSet in Figures.Keys)
        {
            double[] figures = [Information(later, labelSet), Entropy(later), Information(earlier, labelSet), Entropy(earlier)];
            AssertIs(Of("regularity-of-maximum", labelSet), all => all[0] - all[2], figures);
            AssertIs(Of("regularity", labelSet), all => (all[0] / all[1]) - (all[2] / all[3]), figures);
            AssertIs(Of("variation", labelSet), all => all[1] - all[0] - (all[3] - all[2]), figures);
            var information = Of("mutual-information", labelSet);
            AssertIs(information with { Value = information.Value / Math.Log(100) }, all => all[0] - all[2], figures);
        }
    }

    private static IReadOnlyList<ResultRow> Estimate(int step) => new SoftEntropyRun
    {
        Nulls = 0,
        Items = true,
        Chains = [Chain],
        Optimalities = [new Optimality(Next, LanguageModel.Token)],
        Estimator = new WithoutFolds(new SoftEntropyEstimator()),
    }.Of(LanguageModel.Open(step, Figures.Keys));

    private static double Entropy(int step) => Expected.LanguageModel(step, "H(Z)");

    private static double Information(int step, string labelSet) => Expected.LanguageModel(step, $"I/{Figures[labelSet]}");

    private static ResultRow Find(int step, string quantity, string labelSet, string against = "") =>
        Assert.Single(Made[step].Value, row => (row.Quantity, row.LabelSet, row.Against, row.Item) == (quantity, labelSet, against, ""));

    /// <summary>Asserts that a derived value is a function of figures, within what the errors of the figures can move it by.</summary>
    private static void AssertIs(ResultRow row, Func<double[], double> formula, params double[] figures)
    {
        var expected = formula(figures);
        double MovedBy(int place, double error) => Math.Abs(formula([.. figures.Select((figure, at) => at == place ? figure + error : figure)]) - expected);
        var tolerance = Enumerable.Range(0, figures.Length).Sum(place => Math.Max(MovedBy(place, FigureError), MovedBy(place, -FigureError)));
        Assert.Equal(expected, row.Value, tolerance);
    }
}
