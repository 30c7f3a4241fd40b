namespace Infoscope.Compute.Tests;

public sealed class LogarithmTests
{
    // Quotient, series and the last sums round, each by less than half a unit of the last place of the result: four units at most.
    private const double Relative = 4 * 1.11e-16;

    /// <summary>Logarithms from 60 decimal digits, rounded once.</summary>
    public static TheoryData<double, double> Known => new()
    {
        { 1.0, 0.0 },
        { 2.0, 0.6931471805599453 },
        { 0.5, -0.6931471805599453 },
        { 2.718281828459045, 1.0 },
        { 10.0, 2.302585092994046 },
        { 1e-10, -23.025850929940457 },
        { 1.0000000000000002, 2.2204460492503128e-16 },
        { 0.9999999999999999, -1.1102230246251565e-16 },
        { 1.000000001, 1.000000082240371e-09 },
        { 0.999999999, -9.999999722180686e-10 },
        { 1.0001, 9.999500033329732e-05 },
        { 0.9999, -0.00010000500033334732 },
        { 1.4142135623730951, 0.3465735902799727 },
        { 1.414213562373095, 0.3465735902799726 },
        { 0.7071067811865476, -0.3465735902799726 },
        { 0.7071067811865475, -0.34657359027997275 },
        { 0.7071067811865475, -0.34657359027997275 },
        { 5e-324, -744.4400719213812 },
        { 1e-310, -713.8013788281542 },
        { 2.2250738585072014e-308, -708.3964185322641 },
        { 2.225073858507201e-308, -708.3964185322641 },
        { 1.7976931348623157e+308, 709.782712893384 },
        { 1e+300, 690.7755278982137 },
        { 3.0, 1.0986122886681098 },
        { 0.1, -2.3025850929940455 },
        { 1e-290, -667.7496769682732 },
        { 1.0749586831222614e+60, 138.22738780617888 },
        { 1.6616559290949862e+55, 127.14999476746853 },
        { 1.9960405629592935e+67, 154.96436673040773 },
        { 2.9146169469687947e+260, 599.7418625820617 },
        { 1.8600890101641894e-252, -579.6308190929924 },
        { 9.834374570368617e-295, -676.9767185756596 },
        { 7.864647403510894e+118, 273.767418677717 },
        { 2.754816343260484e-300, -689.7621771208943 },
        { 2.261606845178565e+194, 447.5175835949348 },
        { 1.484307306198e-311, -715.7090157181927 },
        { 1.328446013979762e-99, -227.67191435784216 },
        { 1.369400334129522e-80, -183.89243450782183 },
        { 1.2132445190353263e-19, -43.555818575182734 },
        { 1.0793596346431153e+248, 571.1174709969205 },
        { 2.648567026411741e+115, 265.77130444330794 },
        { 2.1517633876677178e-13, -29.167318522636528 },
        { 1.5940744346602547e-189, -434.7222892998213 },
        { 7.052621952514109e+130, 301.28946154506747 },
        { 2.0981935786407455e-277, -637.0749939854534 },
        { 2.179375912532984e-210, -482.76383097158873 },
        { 1.0225602050032631e+125, 287.845446111656 },
        { 1.638803744826072e+97, 223.84472057221296 },
        { 3.1042273290068667e-209, -480.10751959867855 },
        { 2.8306873568613546e+68, 157.6163058880423 },
        { 2.205480955409314e-226, -519.5932854111733 },
        { 1.6338600500403665e+59, 136.34346583072835 },
        { 1.5102554918237644e-123, -282.8056876018702 },
        { 5.948317979506917e-223, -511.6933672505996 },
        { 3.2202495635087152e+178, 411.0296054136884 },
        { 5.777569850299519e+101, 234.3150775455481 },
        { 1.5089250629784892, 0.4113975184985941 },
        { 1.1012316116397312, 0.0964292004123681 },
        { 1.0639330101027482, 0.06197242850761367 },
        { 0.6612779541086827, -0.41358102205866476 },
        { 1.6076762832861902, 0.47478983412560566 },
        { 0.6359933419662034, -0.4525671843034096 },
        { 1.1429206182629155, 0.13358693206223055 },
        { 1.5222722092849454, 0.42020409317508495 },
        { 0.743629009868432, -0.29621301116259213 },
        { 1.4048308657143442, 0.3399169152649342 },
        { 1.6447784188840888, 0.49760567537799555 },
        { 1.2934392227690341, 0.2573047348906651 },
        { 1.4668105047583926, 0.3830903188735946 },
        { 0.7172936706669848, -0.3322699397183386 },
        { 1.078010709660481, 0.07511740718743845 },
        { 0.7641698789942837, -0.2689651598282002 },
        { 1.5292072867058994, 0.42474948787316985 },
        { 0.9242942188331682, -0.07872483937429751 },
        { 1.0984704048499738, 0.0939186710594591 },
        { 1.699229942876415, 0.530175173659524 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void LogarithmsAreThoseOfSixtyDigits(double x, double expected)
    {
        foreach (var actual in AtEveryPlace(x)) Assert.InRange(Math.Abs(actual - expected), 0, Relative * Math.Abs(expected));
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(-5e-324, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void WhatHasNoLogarithmIsInfiniteOrNotANumber(double x, double expected) =>
        Assert.All(AtEveryPlace(x), actual => Assert.Equal(expected, actual));

    [Fact]
    public void NegativeZeroIsZero() => Assert.All(AtEveryPlace(-0.0), actual => Assert.Equal(double.NegativeInfinity, actual));

    [Fact]
    public void OneGivesExactlyZero() => Assert.All(AtEveryPlace(1), actual => Assert.Equal(0.0, actual));

    [Fact]
    public void ThePlatformsFunctionIsNotFarOffAnywhere()
    {
        var random = new Random(7);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => Math.ScaleB(1 + random.NextDouble(), i % 4 == 0 ? random.Next(-2, 1) : random.Next(-1074, 1023)))];
        double[] actual = [.. x];
        Logarithm.Apply(actual);

        // The platform's function errs by a unit of the last place itself.
        for (var i = 0; i < x.Length; i++) Assert.InRange(Math.Abs(actual[i] - Math.Log(x[i])), 0, (Relative + 2.3e-16) * Math.Abs(Math.Log(x[i])));
    }

    // A number must not depend on where it stands: in a full vector or in what is left after them.
    private static IEnumerable<double> AtEveryPlace(double x)
    {
        double[] numbers = [.. Enumerable.Repeat(x, 13)];
        Logarithm.Apply(numbers);
        return numbers;
    }
}
