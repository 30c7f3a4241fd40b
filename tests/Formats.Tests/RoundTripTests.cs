using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Formats.Tests;

/// <summary>What was written is read, whatever the kind of file, of element, of order and of block.</summary>
public sealed class RoundTripTests
{
    [Property(MaxTest = 300)]
    public void EveryBlockOfEveryArrayHoldsItsElements(ArrayCase array)
    {
        using var folder = new TemporaryFolder();
        using var file = ArrayFile.Open(folder.Write(array.FileName(), array.File()));
        var (stored, elements) = (Assert.Single(file.Arrays), array.Elements());
        Assert.Equal(array.Shape, stored.Shape);
        Assert.Equal(array.ElementType, stored.ElementType);
        var wholes = array.ElementType.IsInteger() && elements.All(element => array.ElementType != ElementType.UInt64 || element[7] < 128);
        foreach (var (first, count) in Blocks(array))
        {
            var (singles, doubles, integers) = (new float[count], new double[count], new long[count]);
            stored.Read(first, singles);
            stored.Read(first, doubles);
            if (wholes) stored.Read(first, integers);
            for (var i = 0; i < count; i++)
            {
                var element = elements[first + i];
                AssertSame(array.Value(element), doubles[i], first + i);
                AssertSame(array.Single(element), singles[i], first + i);
                if (wholes) Assert.Equal(array.Integer(element), integers[i]);
            }
        }
    }

    [Property(MaxTest = 30)]
    public void SmallAndLargeBlocksOfAColumnOrderedMatrixAgree(PositiveInt seed)
    {
        // Columns about as long as those read whole, as the window, and more of them than are read together.
        var random = new Random(seed.Get);
        long[] shape = (seed.Get % 3) switch
        {
            0 => [random.Next(2_040, 2_060), 5],
            1 => [random.Next(32_760, 32_780), 2],
            _ => [random.Next(4_090, 4_100), 2, 9],
        };
        var array = new ArrayCase(Container.Npy, ElementType.UInt16, shape, true, false, seed.Get, []);
        using var folder = new TemporaryFolder();
        using var file = ArrayFile.Open(folder.Write(array.FileName(), array.File()));
        var (elements, whole) = (array.Elements(), new long[array.Length]);
        file.Arrays[0].Read(0, whole);
        Assert.True(elements.Select(array.Integer).SequenceEqual(whole));
        var part = new long[random.Next(1, array.Length)];
        var first = random.Next(array.Length - part.Length + 1);
        file.Arrays[0].Read(first, part);
        Assert.True(whole.AsSpan(first, part.Length).SequenceEqual(part));
    }

    // The whole, one pass of equal blocks, and the cuts in the order they come.
    private static IEnumerable<(int First, int Count)> Blocks(ArrayCase array)
    {
        yield return (0, array.Length);
        var step = Math.Max(1, array.Length / 3);
        for (var first = 0; first < array.Length; first += step) yield return (first, Math.Min(step, array.Length - first));
        foreach (var pair in array.Cuts.Chunk(2).Where(pair => pair.Length == 2))
        {
            var first = pair[0] % (array.Length + 1);
            yield return (first, pair[1] % (array.Length - first + 1));
        }
    }

    private static void AssertSame(double expected, double actual, int element) => Assert.True(
        expected.Equals(actual) && (double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual)), $"element {element} is {actual:R}, not {expected:R}");

    private static class Generators
    {
        private static readonly ElementType[] Numbers = [.. Enum.GetValues<ElementType>().Where(type => !type.IsText())];

        public static Arbitrary<ArrayCase> Cases => Arb.From(
            from container in Gen.Elements(Enum.GetValues<Container>())
            from type in Gen.Elements(container == Container.Safetensors ? Numbers : [.. Numbers.Where(type => type != ElementType.BFloat16)])
            from axes in Gen.Choose(0, 4)
            from shape in Gen.Frequency((8, Gen.Choose(1, 6)), (1, Gen.Constant(0)), (1, Gen.Choose(7, 40))).ArrayOf(axes)
            from fortran in Gen.Elements(true, false)
            from big in Gen.Elements(true, false)
            from seed in Gen.Choose(1, 1_000_000)
            from cuts in Gen.Choose(0, 1_000_000).ArrayOf(12)
            select new ArrayCase(container, type, [.. shape.Select(axis => (long)axis)], fortran && container != Container.Safetensors, big && container != Container.Safetensors, seed, cuts),
            Smaller);

        private static IEnumerable<ArrayCase> Smaller(ArrayCase array)
        {
            if (array.FortranOrder) yield return array with { FortranOrder = false };
            if (array.BigEndian) yield return array with { BigEndian = false };
            if (array.Container is Container.DeflatedNpz) yield return array with { Container = Container.StoredNpz };
            if (array.Container is Container.StoredNpz) yield return array with { Container = Container.Npy };
            if (array.ElementType > ElementType.Int8 && array.ElementType != ElementType.BFloat16) yield return array with { ElementType = ElementType.Int8 };
            if (array.Cuts.Length > 0) yield return array with { Cuts = array.Cuts[2..] };
            for (var axis = 0; axis < array.Shape.Length; axis++)
            {
                yield return array with { Shape = [.. array.Shape.Where((_, index) => index != axis)] };
                if (array.Shape[axis] > 1) yield return array with { Shape = [.. array.Shape.Select((length, index) => index == axis ? length / 2 : length)] };
            }
        }
    }
}
