using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Tests.Calibration;

public sealed class StudentTTests
{
    /// <summary>One degree of freedom is Cauchy's distribution, tan(pi (p - 1/2)); two have (2p-1)/sqrt(2p(1-p)).</summary>
    [Theory]
    [InlineData(0.99, 1, 31.820515953773958)]
    [InlineData(0.975, 1, 12.706204736432095)]
    [InlineData(0.99, 2, 6.964556734283274)]
    [InlineData(0.95, 2, 2.919985580353726)]
    public void SmallDegreesHaveClosedForms(double probability, int degrees, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(probability, degrees), 1e-7 * expected);

    /// <summary>Printed tables give 2.5395 for 19 degrees and 2.4620 for 29 at 0.99.</summary>
    [Theory]
    [InlineData(19, 2.5395)]
    [InlineData(29, 2.4620)]
    [InlineData(9, 2.8214)]
    public void TheTablesOfTextbooksAreMet(int degrees, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(0.99, degrees), 5e-5);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(19)]
    [InlineData(200)]
    public void TheQuantileInvertsTheDistribution(int degrees) =>
        Assert.Equal(0.99, StudentT.Cumulative(StudentT.Quantile(0.99, degrees), degrees), 1e-11);
}
