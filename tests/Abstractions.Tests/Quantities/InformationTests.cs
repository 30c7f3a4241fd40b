using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Tests.Quantities;

public sealed class InformationTests
{
    // Two roundings, one in each conversion, each at most half of 2^-52.
    private const double RoundTripRelative = 2.5e-16;

    [Property]
    public bool BitsComeBackAsTheyWere(NormalFloat bits) =>
        Math.Abs(Information.FromBits(bits.Get).Bits - bits.Get) <= RoundTripRelative * Math.Abs(bits.Get) + double.Epsilon;

    [Property]
    public bool NatsAreHeldAsTheyAre(double nats) => Information.FromNats(nats).Nats.Equals(nats);

    [Fact]
    public void ABitIsTheLogarithmOfTwo()
    {
        Assert.Equal(Math.Log(2), Information.FromBits(1).Nats);
        Assert.Equal(1.0, Information.OfUniform(2).Bits);
        Assert.Equal(Math.Log(100), Information.OfUniform(100).Nats);
        Assert.Equal(Information.Zero, Information.OfUniform(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NoUniformHasFewerThanOneOutcome(long count) => Assert.Throws<ArgumentOutOfRangeException>(() => Information.OfUniform(count));

    [Property]
    public bool ArithmeticIsThatOfTheNats(NormalFloat a, NormalFloat b)
    {
        var (left, right) = (Information.FromNats(a.Get), Information.FromNats(b.Get));
        return (left + right).Nats.Equals(a.Get + b.Get)
            && (left - right).Nats.Equals(a.Get - b.Get)
            && (-left).Nats.Equals(-a.Get)
            && (left * b.Get).Nats.Equals(a.Get * b.Get)
            && (b.Get * left).Nats.Equals(a.Get * b.Get)
            && (left / b.Get).Nats.Equals(a.Get / b.Get)
            && (left / right).Equals(a.Get / b.Get);
    }

    [Property]
    public bool OrderIsThatOfTheNats(double a, double b)
    {
        var (left, right) = (Information.FromNats(a), Information.FromNats(b));
        return (left < right) == (a < b)
            && (left > right) == (a > b)
            && (left <= right) == (a <= b)
            && (left >= right) == (a >= b)
            && (left == right) == a.Equals(b)
            && (left != right) == !a.Equals(b)
            && left.CompareTo(right) == a.CompareTo(b)
            && Information.Min(left, right).Nats.Equals(Math.Min(a, b))
            && Information.Max(left, right).Nats.Equals(Math.Max(a, b));
    }

    [Property]
    public bool EqualAmountsHaveEqualHashes(double nats) =>
        Information.FromNats(nats).GetHashCode() == Information.FromNats(nats).GetHashCode() && Information.FromNats(0.0).GetHashCode() == Information.FromNats(-0.0).GetHashCode();

    [Theory]
    [InlineData(1.5, true)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void OnlyANumberIsFinite(double nats, bool finite) => Assert.Equal(finite, Information.FromNats(nats).IsFinite);

    [Fact]
    public void TextHasAPointAndTheUnitInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A culture with a decimal comma, made by hand because the host runs without culture data.
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("0.693147 nats", Information.FromBits(1).ToString());
            Assert.Equal("0.5", Amount.Ratio(0.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
