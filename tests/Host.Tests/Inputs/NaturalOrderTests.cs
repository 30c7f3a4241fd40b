using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Host.Inputs;

namespace Infoscope.Host.Tests.Inputs;

public sealed class NaturalOrderTests
{
    private static readonly string[] Pieces = ["a", "layer", ".", "0", "1", "2", "07", "10", "16", "256", "99999999999999999999"];

    [Theory]
    [InlineData("layer2", "layer10")]
    [InlineData("step16", "step256")]
    [InlineData("step016", "step256")]
    [InlineData("a", "b")]
    [InlineData("a1b2", "a1b10")]
    [InlineData("layer", "layer1")]
    [InlineData("x99999999999999999998", "x99999999999999999999")]
    [InlineData("9", "10a")]
    [InlineData("01", "1")]
    public void NumbersCountAsNumbers(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
    }

    [Property]
    public bool ItIsATotalOrder(string[] names)
    {
        var order = NaturalOrder.Instance;
        return names.All(a => names.All(b =>
            Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a))
            && (order.Compare(a, b) == 0) == (a == b)
            && names.All(c => order.Compare(a, b) > 0 || order.Compare(b, c) > 0 || order.Compare(a, c) <= 0)));
    }

    public static class Generators
    {
        private static readonly Gen<string> Name = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces.Take(4)));

        public static Arbitrary<string[]> Names() => Arb.From(Name.ArrayOf(5), names => names.Length > 1 ? [names[1..], names[..^1]] : []);
    }
}
