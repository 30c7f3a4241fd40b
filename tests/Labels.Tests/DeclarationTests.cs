using System.Reflection;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData(typeof(NgramSource), "ngram n:Count tokens:Array [pad:Number]")]
    [InlineData(typeof(NextSource), "next n:Count tokens:Array [pad:Number]")]
    [InlineData(typeof(BinsSource), "bins k:Count values:Array")]
    [InlineData(typeof(JoinSource), "join sets:LabelSets")]
    [InlineData(typeof(CoarsenSource), "coarsen labels:LabelSet groups:Mapping [rest:Text]")]
    [InlineData(typeof(KMeansSource), "kmeans k:Count rows:Array [restarts:Count]")]
    [InlineData(typeof(ShuffleSource), "shuffle labels:LabelSet [draw:Count]")]
    [InlineData(typeof(ShuffleWithinSource), "shuffle-within labels:LabelSet within:LabelSet [draw:Count]")]
    [InlineData(typeof(PositionSource), "position tokens:Array [width:Count]")]
    [InlineData(typeof(FrequencySource), "frequency labels:LabelSet")]
    [InlineData(typeof(FrequentSource), "frequent min:Count labels:LabelSet [rare:Text]")]
    public void ASourceDeclaresTheArgumentsThatItReads(Type source, string declared)
    {
        var arguments = source.GetCustomAttributes<LabelArgumentAttribute>().OrderBy(argument => argument.Position).ToArray();
        var words = arguments.Select(argument => argument.Optional ? $"[{argument.Name}:{argument.Kind}]" : $"{argument.Name}:{argument.Kind}");
        Assert.Equal(declared, string.Join(' ', words.Prepend(source.GetCustomAttribute<LabelSourceAttribute>()!.Id)));
        Assert.Equal(Enumerable.Range(0, arguments.Length), arguments.Select(argument => argument.Position));
        Assert.DoesNotContain(arguments, argument => argument.Summary.Length == 0);
    }

    [Fact]
    public void EverySourceOfThePluginIsDeclaredAbove()
    {
        var sources = typeof(NgramSource).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(ILabelSource)));
        var tested = typeof(DeclarationTests).GetMethod(nameof(ASourceDeclaresTheArgumentsThatItReads))!.GetCustomAttributes<InlineDataAttribute>();
        Assert.Equal(sources.Select(source => source.Name).Order(), tested.Select(data => ((Type)data.GetData(null!).Single()[0]).Name).Order());
    }
}
