using System.Reflection;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData(typeof(NgramSource), "ngram")]
    [InlineData(typeof(NextSource), "next")]
    public void ASourceDeclaresTheArgumentsThatItReads(Type source, string id)
    {
        Assert.Equal(id, source.GetCustomAttribute<LabelSourceAttribute>()!.Id);
        var arguments = source.GetCustomAttributes<LabelArgumentAttribute>().OrderBy(argument => argument.Position).ToArray();
        Assert.Equal([("n", LabelArgumentKind.Count, false), ("tokens", LabelArgumentKind.Array, false), ("pad", LabelArgumentKind.Number, true)], arguments.Select(argument => (argument.Name, argument.Kind, argument.Optional)));
        Assert.DoesNotContain(arguments, argument => argument.Summary.Length == 0);
    }
}
