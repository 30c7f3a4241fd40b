namespace Infoscope.Fixtures.NoCodeOnList;

/// <summary>A label source with one argument of two sorts.</summary>
[LabelSource("marks-labels", Summary = "Marks labels.")]
[LabelArgument(1, "pad", LabelArgumentKind.Number, Optional = true)]
[LabelArgument(0, "tokens", LabelArgumentKind.Array, Summary = "The tokens.")]
public sealed class MarksLabels : ILabelSource
{
    public LabelSet Derive(LabelRequest request) => throw new NotSupportedException("this fixture is never run");
}
