namespace Infoscope.Plugins.Lasso.Tests.Estimator;

public sealed class OptionTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "sigma=0", "lasso.sigma is 0; it must be above 0 and finite, and so must be its fourth power." },
        { "sigma=1e-170", "lasso.sigma is 1E-170; it must be above 0 and finite, and so must be its fourth power." },
        { "sigma=1e170", "lasso.sigma is 1E+170; it must be above 0 and finite, and so must be its fourth power." },
        { "sigma=-1", "lasso.sigma is '-1'; allowed is a number above 0." },
        { "sigma=NaN", "lasso.sigma is 'NaN'; allowed is a number above 0." },
        { "lambda=0", "lasso.lambda is 0; it must be above 0 and finite." },
        { "lambda=-0.1", "lasso.lambda is '-0.1'; allowed is a number above 0." },
        { "lambda-ratio=0", "lasso.lambda-ratio is 0; it must be above 0 and finite." },
        { "lambda-ratio=-0.5", "lasso.lambda-ratio is '-0.5'; allowed is a number above 0." },
        { "lambda-ratio=NaN", "lasso.lambda-ratio is 'NaN'; allowed is a number above 0." },
        { "top-k=0", "lasso.top-k is '0'; allowed is a whole number, at least 1." },
        { "lambda=0.1 lambda-ratio=0.1", "lasso has lasso.lambda and lasso.lambda-ratio set; each decides the penalty alone: leave all but one out." },
        { "lambda=0.1 top-k=3", "lasso has lasso.lambda and lasso.top-k set; each decides the penalty alone: leave all but one out." },
        { "lambda-ratio=0.1 top-k=3", "lasso has lasso.lambda-ratio and lasso.top-k set; each decides the penalty alone: leave all but one out." },
        { "lambda=1 lambda-ratio=1 top-k=1", "lasso has lasso.lambda and lasso.lambda-ratio and lasso.top-k set; each decides the penalty alone: leave all but one out." },
        { "path-points=1", "lasso.path-points is 1; it must be 0 for no path, or at least 2." },
        { "path-points=-1", "lasso.path-points is '-1'; allowed is 0 | a whole number, 2 to 1000." },
        { "path-end=0", "lasso.path-end is 0; it must be above 0 and at most 0.99." },
        { "path-end=1", "lasso.path-end is '1'; allowed is a number above 0 and at most 0.99." },
        { "path-end=1.5", "lasso.path-end is '1.5'; allowed is a number above 0 and at most 0.99." },
        { "random-sets=0", "lasso.random-sets is '0'; allowed is a whole number, 1 to 100000." },
        { "attention-sinks=-1", "lasso.attention-sinks is '-1'; allowed is a whole number, at least 0." },
        { "penalty=largest", "lasso.penalty is 'largest'; allowed is mean | sum." },
        { "intercept=maybe", "lasso.intercept is 'maybe'; allowed is true | false." },
        { "unit-rows=1", "lasso.unit-rows is '1'; allowed is true | false." },
        { "zero-tokens=drop", "lasso.zero-tokens is 'drop'; allowed is refuse | keep." },
        { "token-items=none", "lasso.token-items is 'none'; allowed is selected | all." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void AnOptionThatIsNotAllowedIsRefusedInOneSentenceBeforeTheRun(string options, string sentence)
    {
        var exception = Assert.Throws<OptionException>(() => new LassoEstimator().Requires(Set(options).OptionValues()));
        Assert.Equal(sentence, exception.Message);
    }

    [Theory]
    [InlineData("lambda=1e308", "lambda is 1E+308, which makes a penalty of Infinity in sequence 0; lambda max is 1 there, and what is far from it is of no use.")]
    [InlineData("lambda-ratio=1e-323", "lambda-ratio is 1E-323, which makes a penalty of 0 in sequence 0; lambda max is 0.125 there, and what is far from it is of no use.")]
    [InlineData("path-end=1e-323", "path-end is 1E-323, which makes a penalty of 0 in sequence 0; lambda max is 0.125 there, and what is far from it is of no use.")]
    public void APenaltyThatNoNumberHoldsIsRefusedInOneSentence(string options, string sentence)
    {
        double[][] rows = options.StartsWith("lambda=", StringComparison.Ordinal) ? [[1, 0], [1, 0]] : [[1, 0], [0.125, 0]];
        var exception = Assert.Throws<NumericalFailureException>(Set(options).With("unit-rows", "false").With(new FedSequence { Rows = rows }).Estimate);
        Assert.Equal(sentence, exception.Message);
    }

    [Fact]
    public void WhatIsSaidToBeAllowedLeavesOutWhatIsRefused()
    {
        var allowed = OptionValues.Describe(typeof(LassoOptions)).ToDictionary(option => option.Name, option => option.Allowed);
        Assert.All(["sigma", "lambda", "lambda-ratio"], name => Assert.Equal("a number above 0", allowed[name]));
        Assert.Equal("0 | a whole number, 2 to 1000", allowed["path-points"]);
        Assert.Equal("a number above 0 and at most 0.99", allowed["path-end"]);
    }

    [Fact]
    public void ThePublishedSettingsAreTheDefaults()
    {
        var defaults = OptionValues.Describe(typeof(LassoOptions)).ToDictionary(option => option.Name, option => option.Default);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["sigma"] = "0.01",
                ["unit-rows"] = "true",
                ["lambda"] = "",
                ["lambda-ratio"] = "",
                ["top-k"] = "",
                ["penalty"] = "mean",
                ["intercept"] = "false",
                ["path-points"] = "0",
                ["path-end"] = "0.001",
                ["random-sets"] = "200",
                ["attention-sinks"] = "1",
                ["zero-tokens"] = "refuse",
                ["token-items"] = "selected",
            },
            defaults);
        Assert.Equal(1e-4, Set("").Estimate()["lambda"], 1e-18);
    }

    [Fact]
    public void EveryDefaultBindsAsItIsWritten()
    {
        var run = Set("");
        foreach (var option in OptionValues.Describe(typeof(LassoOptions)).Where(option => option.Default.Length > 0)) run = run.With(option.Name, option.Default);
        Assert.Equal(new LassoOptions(), run.OptionValues().Bind<LassoOptions>());
    }

    private static LassoRun Set(string options)
    {
        var run = LassoRun.Drawn(1, 6, 8);
        foreach (var option in options.Split(' ', StringSplitOptions.RemoveEmptyEntries)) run = run.With(option.Split('=')[0], option.Split('=')[1]);
        return run.Options.ContainsKey("path-end") && !run.Options.ContainsKey("path-points") ? run.With("path-points", "2") : run;
    }
}
