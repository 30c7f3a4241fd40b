using System.Runtime.InteropServices;
using System.Text;
using Infoscope.Testing;

namespace Infoscope.Plugins.Labels.Tests;

/// <summary>Counts on the held-out text of the language-model sample, beside those found with NumPy's unique over positions 2 to 60 of each sequence.</summary>
public sealed class LanguageModelTests
{
    private const int First = 2, Last = 60;

    [Theory]
    [InlineData(1, 848, 144)]
    [InlineData(2, 4824, 3642)]
    [InlineData(3, 6541, 5910)]
    public void NgramsOfTheSampleAreAsManyAsNumpyFinds(int order, int labels, int singletons) =>
        Assert.Equal((labels, singletons), Counts(new NgramSource(), order));

    [Theory]
    [InlineData(1, 847, 144)]
    [InlineData(2, 4833, 3650)]
    [InlineData(3, 6569, 5949)]
    public void NextNgramsOfTheSampleAreAsManyAsNumpyFinds(int order, int labels, int singletons) =>
        Assert.Equal((labels, singletons), Counts(new NextSource(), order));

    private static (int Labels, int Singletons) Counts(ILabelSource source, int order)
    {
        var tokens = Tokens();
        var labels = source.Derive(Requests.Of(tokens, order)).Ids.ToArray();
        var length = (int)tokens.Shape[1];
        var counts = labels.Where((_, row) => row % length is >= First and <= Last).CountBy(label => label).ToArray();
        Assert.DoesNotContain(-1, counts.Select(count => count.Key));
        return (counts.Length, counts.Count(count => count.Value == 1));
    }

    // The file is NumPy's version 1.0 with a header of 128 bytes, which states the type, the order and the shape.
    private static NumericArray Tokens()
    {
        const int header = 128;
        var path = Repository.PathOf(typeof(LanguageModelTests).Assembly, "samples", "data", "language-model", "tokens.npy");
        var bytes = File.ReadAllBytes(path);
        var description = Encoding.ASCII.GetString(bytes, 0, header);
        Assert.Contains("'descr': '<i8', 'fortran_order': False, 'shape': (128, 64)", description, StringComparison.Ordinal);
        return new(path, [128, 64], MemoryMarshal.Cast<byte, long>(bytes.AsSpan(header)).ToArray());
    }
}
