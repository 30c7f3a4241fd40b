using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths;

/// <summary>What one family says about another, and what a family refuses.</summary>
public sealed class FamilyTests
{
    // Two quadratures, each right to Truth.QuadratureErrorNats.
    private const double Tolerance = 2 * Truth.QuadratureErrorNats;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void ASimplexOfTwoIsTwoGaussiansAtItsDiagonal(double amplitude) =>
        Assert.Equal(Nats(LabelTasks.TwoGaussians(amplitude * Math.Sqrt(2))), Nats(LabelTasks.Simplex(2, amplitude)), Tolerance);

    [Theory]
    [InlineData(2, 20)]
    [InlineData(1000, 20)]
    public void AWideSimplexTellsItsLabelsApart(int labels, double amplitude) => Assert.Equal(Math.Log(labels), Nats(LabelTasks.Simplex(labels, amplitude)), Tolerance);

    [Theory]
    [InlineData(3.0)]
    [InlineData(0.7)]
    public void PulseAmplitudesOfTwoLabelsAreTwoGaussians(double delta) => Assert.Equal(Nats(LabelTasks.TwoGaussians(delta)), Nats(LabelTasks.Pam(2, delta)), Tolerance);

    [Fact]
    public void TheFineLabelOfTheGridKnowsMoreThanTheCoarseOne() => Assert.Equal(2 * Nats(LabelTasks.QamCoarse(4, 2)), Nats(LabelTasks.Qam(4, 2)), Tolerance);

    [Fact]
    public void TheFineLabelOfTheGridHasTheCoarseOneAsItsQuotient()
    {
        var fine = LabelTasks.Qam(4, 20).Draw(200, seed: 1);
        // At 20 standard deviations a row shows its place.
        for (var i = 0; i < 200; i++) Assert.Equal((fine.Labels[i] / 4, fine.Labels[i] % 4), ((int)Math.Round((fine.Rows[i][0] / 20) + 1.5), (int)Math.Round((fine.Rows[i][1] / 20) + 1.5)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(6)]
    public void RectifyingLosesInformation(double delta) => Assert.InRange(Nats(LabelTasks.RectifiedGaussians(delta)), 0.5 * Nats(LabelTasks.TwoGaussians(delta)), Nats(LabelTasks.TwoGaussians(delta)));

    [Fact]
    public void EachFeatureOfXorAloneIsIndependentOfTheLabel()
    {
        // The label-wise means of each feature are those of 10,000 draws of standard deviation sqrt(1 + a^2).
        var sample = LabelTasks.Xor(2).Draw(20_000, seed: 1);
        for (var feature = 0; feature < 2; feature++)
        {
            var ones = sample.Rows.Where((_, i) => sample.Labels[i] == 1).Average(row => row[feature]);
            var zeros = sample.Rows.Where((_, i) => sample.Labels[i] == 0).Average(row => row[feature]);
            Assert.InRange(ones - zeros, -4 * Math.Sqrt(5 * 2 / 10_000.0), 4 * Math.Sqrt(5 * 2 / 10_000.0));
        }
    }

    [Fact]
    public void DirectionsAreUnitVectors() => Assert.All(LabelTasks.AntipodalDirections(16, 5).Draw(100, seed: 1).Rows, row => Assert.Equal(1, row.Sum(x => x * x), 1e-12));

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(16, 5)]
    [InlineData(64, 20)]
    public void DirectionsHaveTheCosinesOfTheirConcentration(int features, double concentration)
    {
        var sample = LabelTasks.AntipodalDirections(features, concentration).Draw(20_000, seed: 1);
        var cosines = sample.Rows.Select((row, i) => sample.Labels[i] == 1 ? row[0] : -row[0]).ToArray();
        // Of the von Mises-Fisher distribution, E cos^2 = 1 - (d - 1) E cos / kappa. On [-1, 1] a square varies at most twice as fast as its argument.
        var mean = AntipodalDirections.MeanCosine(features, concentration);
        var square = 1 - ((features - 1) * mean / concentration);
        Assert.Equal(mean, cosines.Average(), 4 * Math.Sqrt((square - (mean * mean)) / cosines.Length));
        Assert.Equal(square, cosines.Average(t => t * t), 4 * 2 * Math.Sqrt((square - (mean * mean)) / cosines.Length));
        Assert.Equal(0, sample.Rows.Average(row => row[1]), 4 / Math.Sqrt(cosines.Length));
    }

    [Fact]
    public void TheMeanCosineOfThreeDimensionsIsLangevins()
    {
        Assert.Equal((1 / Math.Tanh(5)) - 0.2, AntipodalDirections.MeanCosine(3, 5), 1e-14);
        Assert.Equal((1 / Math.Tanh(0.1)) - 10, AntipodalDirections.MeanCosine(3, 0.1), 1e-13);
    }

    [Fact]
    public void ChannelsHaveTheirCapacities()
    {
        Assert.Equal(Math.Log(2) + (0.1 * Math.Log(0.1)) + (0.9 * Math.Log(0.9)), Nats(JointTasks.SymmetricChannel(2, 0.1)), 1e-14);
        Assert.Equal(Math.Log(4) + (0.3 * Math.Log(0.1)) + (0.7 * Math.Log(0.7)), Nats(JointTasks.SymmetricChannel(4, 0.3)), 1e-14);
        Assert.Equal(0.75 * Math.Log(4), Nats(JointTasks.ErasureChannel(4, 0.25)), 1e-14);
    }

    [Fact]
    public void ATruthOfAQuadratureIsNotTheOneOfAClosedForm()
    {
        Assert.Equal((TruthSource.ClosedForm, Information.Zero), (LabelTasks.Cells(4, 1).Truth.Source, LabelTasks.Cells(4, 1).Truth.Error));
        Assert.Equal((TruthSource.Quadrature, Truth.QuadratureErrorNats), (LabelTasks.Pam(4, 2).Truth.Source, LabelTasks.Pam(4, 2).Truth.Error.Nats));
    }

    [Fact]
    public void ParametersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelTasks.TwoGaussians(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelTasks.Pam(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelTasks.Simplex(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelTasks.AntipodalDirections(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => JointTasks.SymbolClasses(2, 3));
        Assert.Throws<ArgumentException>(() => JointTasks.Joint("a", "A.", [[0.5, 0.6]]));
        Assert.Throws<ArgumentException>(() => JointTasks.Joint("a", "A.", [[0.5, 0.5], [0, 0]]));
        Assert.Throws<ArgumentException>(() => JointTasks.Joint("a", "A.", [[0.5, 0.25], [0.25]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairTasks.Gaussian(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairTasks.AdditiveUniform(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairTasks.InflatedPoisson(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntropyTasks.Laplace(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTasks.Geometric(0));
    }

    private static double Nats(KnownTask task) => task.Truth.Value.Nats;
}
