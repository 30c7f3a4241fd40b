using Infoscope.Host.Inputs;

namespace Infoscope.Host.Tests.Inputs;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("layer*", "layer10", true)]
    [InlineData("layer*", "layer", true)]
    [InlineData("layer*", "a layer", false)]
    [InlineData("layer?", "layer1", true)]
    [InlineData("layer?", "layer10", false)]
    [InlineData("a.b+(c)", "a.b+(c)", true)]
    [InlineData("a.b", "aXb", false)]
    [InlineData("*", "", true)]
    public void StarAndQuestionMarkStandForCharacters(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new Wildcard(pattern).Match(name) is not null);

    [Theory]
    [InlineData("step{step}.npy", "step0016.npy", "0016", "step{step}.npy")]
    [InlineData("{step}", "final", "final", "{step}")]
    [InlineData("run*-{step}.npy", "run7-16.npy", "16", "run7-{step}.npy")]
    [InlineData("{step}-of-{step}.npy", "4-of-4.npy", "4", "{step}-of-{step}.npy")]
    [InlineData("layer*", "layer1", "", "layer1")]
    public void TheCheckpointIsWhatStoodForStep(string pattern, string name, string step, string marked) =>
        Assert.Equal((step, marked), new Wildcard(pattern).Match(name));

    [Theory]
    [InlineData("step{step}.npy", "step.npy")]
    [InlineData("{step}-of-{step}.npy", "4-of-5.npy")]
    [InlineData("step{step}.npy", "step1xnpy")]
    public void ACheckpointIsNotEmptyAndTheSameInBothPlaces(string pattern, string name) => Assert.Null(new Wildcard(pattern).Match(name));

    [Theory]
    [InlineData("layer*", true)]
    [InlineData("layer?", true)]
    [InlineData("a{step}", true)]
    [InlineData("a{stop}", false)]
    [InlineData("layer1", false)]
    public void APatternHasSomethingToMatch(string text, bool expected) => Assert.Equal(expected, Wildcard.IsPattern(text));
}
