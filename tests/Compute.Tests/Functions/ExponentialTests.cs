namespace Infoscope.Compute.Tests.Functions;

public sealed class ExponentialTests
{
    // The reduced argument, the series and its last sums round, each by less than a unit of the last place of the result: four half units at most.
    private const double Relative = 4 * 1.11e-16;

    /// <summary>Powers of e from 60 decimal digits, rounded once.</summary>
    public static TheoryData<double, double> Known => new()
    {
        { 0.0, 1.0 },
        { -0.0, 1.0 },
        { 1.0, 2.718281828459045 },
        { -1.0, 0.36787944117144233 },
        { 0.5, 1.6487212707001282 },
        { -0.5, 0.6065306597126334 },
        { 0.34657359027997264, 1.414213562373095 },
        { -0.34657359027997264, 0.7071067811865476 },
        { 1e-300, 1.0 },
        { -1e-300, 1.0 },
        { 5e-324, 1.0 },
        { 1e-17, 1.0 },
        { -1e-09, 0.999999999 },
        { 0.34657359027997264, 1.414213562373095 },
        { -0.34657359027997264, 0.7071067811865476 },
        { 0.3465735902799727, 1.4142135623730951 },
        { 709.0, 8.218407461554972e+307 },
        { 709.7, 1.6549840276802644e+308 },
        { 709.782712893384, 1.7976931348622732e+308 },
        { -708.0, 3.307553003638408e-308 },
        { -708.5, 2.006132305331306e-308 },
        { -710.0, 4.47628622567513e-309 },
        { -720.5, 1.2326102893e-313 },
        { -740.25, 3.26e-322 },
        { -744.4, 5e-324 },
        { -745.13, 5e-324 },
        { 20.0, 485165195.4097903 },
        { -20.0, 2.061153622438558e-09 },
        { 85.0, 8.223012714622913e+36 },
        { -170.0, 1.4788975056432133e-74 },
        { 161.13509555604946, 9.551747666334734e+69 },
        { 334.07753327758314, 1.2246986251542837e+145 },
        { 411.7680798284189, 6.739146436790323e+178 },
        { 625.9824278104752, 7.256282236867496e+271 },
        { 331.3304566741772, 7.852157823758657e+143 },
        { 596.7061726491822, 1.4002258761639503e+259 },
        { -702.8060944158257, 5.959246460919328e-306 },
        { -67.6587246761701, 4.132275044965249e-30 },
        { 627.3010162174469, 2.7125005538922365e+272 },
        { 199.06328244828364, 2.8319469711952175e+86 },
        { 565.5399453496309, 4.0820428681728714e+245 },
        { -580.3192832190709, 9.34410168510785e-253 },
        { -62.64525619128642, 6.215998753577201e-28 },
        { -386.31050038793285, 1.6884234691605355e-168 },
        { 46.008921930507995, 9.581222214253748e+19 },
        { 89.91224607900824, 1.1178726419080569e+39 },
        { -725.922788405024, 5.4417515e-316 },
        { -429.7231592652401, 2.3637589436335856e-187 },
        { -338.4370021636378, 1.0439446872409338e-147 },
        { 588.0076123699005, 2.335938310448406e+255 },
        { 368.9008144849124, 1.6277514856973792e+160 },
        { -512.8237522827618, 1.9207648285253216e-223 },
        { 414.60972843497325, 1.1553596676310411e+180 },
        { -543.1350364551156, 1.3165905671576982e-236 },
        { 153.20818152205993, 3.447210607510662e+66 },
        { -560.6906264091226, 3.127194514670615e-244 },
        { -742.4181079539728, 4e-323 },
        { 522.6324821504131, 9.471157556271525e+226 },
        { -440.303800384352, 6.004669823989424e-192 },
        { -431.539543128782, 3.8437726840571576e-188 },
        { -0.7031556469629905, 0.495020725811862 },
        { -5.103689382527925, 0.006074294777344088 },
        { -28.427793290122942, 4.5078166301100544e-13 },
        { -1.5408804419966629, 0.2141924343693788 },
        { -18.431061245167577, 9.896731902455065e-09 },
        { -12.88678090997631, 2.531291503006976e-06 },
        { -31.808819418648287, 1.5332227355990074e-14 },
        { -2.3609599564800376, 0.094329627382175 },
        { -12.37432235572367, 4.225713837844642e-06 },
        { -1.337427507312185, 0.26252013180198724 },
        { -4.250332896940861, 0.014259486179463383 },
        { -28.04844408584529, 6.587422328627615e-13 },
        { -25.552402611104633, 7.9934184139681e-12 },
        { -33.361757714810174, 3.2446863208317e-15 },
        { -34.1719236183727, 1.4431854327183334e-15 },
        { -37.39441146497295, 5.751928074606443e-17 },
        { -27.9456359692215, 7.300700041854784e-13 },
        { -15.875600103693827, 1.2744255744707767e-07 },
        { -39.86467522502573, 4.8639771596981304e-18 },
        { -12.88263001809235, 2.5418204575209286e-06 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void PowersOfEAreThoseOfSixtyDigits(double x, double expected)
    {
        // A result that is subnormal is rounded once more, to a multiple of the smallest number.
        foreach (var actual in AtEveryPlace(x)) Assert.InRange(Math.Abs(actual - expected), 0, (Relative * expected) + double.Epsilon);
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-746, 0)]
    [InlineData(-1e308, 0)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(1e308, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void WhatLiesBeyondTheRangeIsZeroOrInfiniteAndNotANumberStays(double x, double expected) =>
        Assert.All(AtEveryPlace(x), actual => Assert.Equal(expected, actual));

    [Fact]
    public void ZeroGivesExactlyOne() => Assert.All(AtEveryPlace(0), actual => Assert.Equal(1.0, actual));

    [Fact]
    public void ThePlatformsFunctionIsNotFarOffAnywhere()
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(_ => (random.NextDouble() * 1454) - 744.4)];
        double[] actual = [.. x];
        Exponential.Apply(actual);

        // The platform's function errs by a unit of the last place itself.
        for (var i = 0; i < x.Length; i++) Assert.InRange(Math.Abs(actual[i] - Math.Exp(x[i])), 0, (Relative + 2.3e-16) * Math.Exp(x[i]) + double.Epsilon);
    }

    // A number must not depend on where it stands: in a full vector or in what is left after them.
    private static IEnumerable<double> AtEveryPlace(double x)
    {
        double[] numbers = [.. Enumerable.Repeat(x, 13)];
        Exponential.Apply(numbers);
        return numbers;
    }
}
