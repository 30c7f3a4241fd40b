namespace Infoscope.Fixtures.BadDeclarations;

[LabelSource("misplaced-argument")]
[LabelArgument(1, "tokens", LabelArgumentKind.Array)]
public sealed class MisplacedArgument : ILabelSource
{
    public LabelSet Derive(LabelRequest request) => throw new NotSupportedException("this fixture is never run");
}
