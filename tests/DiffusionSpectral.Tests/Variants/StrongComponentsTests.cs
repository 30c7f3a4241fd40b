using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Variants;

public sealed class StrongComponentsTests
{
    [Property]
    public void IndicesAreTogetherWhenEachReachesTheOther(ulong seed)
    {
        var random = new RandomStream(seed, "graph");
        var size = 1 + (int)random.NextBelow(25);
        var sparsity = 1 + random.NextBelow(2 * size);
        double[] matrix = [.. Enumerable.Range(0, size * size).Select(_ => random.NextBelow(sparsity) == 0 ? -1.0 : 0)];
        var reaches = new bool[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) reaches[i, j] = i == j || matrix[(i * size) + j] != 0;
        }

        for (var via = 0; via < size; via++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++) reaches[i, j] |= reaches[i, via] && reaches[via, j];
            }
        }

        var components = StrongComponents.Of(matrix, size);
        Assert.Equal(Enumerable.Range(0, size), components.SelectMany(component => component).Order());
        Assert.All(components, component => Assert.Equal(Enumerable.Range(0, size).Where(j => reaches[component[0], j] && reaches[j, component[0]]), component));
    }
}
