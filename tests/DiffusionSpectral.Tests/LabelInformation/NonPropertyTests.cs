using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>What one might expect of an information and this one does not keep.</summary>
public sealed class NonPropertyTests
{
    [Fact]
    public void IndependentLabelsHaveLessThanNothingAboutAsOftenAsMore()
    {
        const int draws = 40, rows = 200, labels = 4;
        var points = PointSets.Normals(rows, 16, seed: 5);
        using var compute = TestCompute.Open();
        var entropy = Informations.Exact(compute, bandwidth: 3);
        var bits = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var random = new RandomStream((ulong)draw, "labels");
            int[] drawn = [.. Enumerable.Range(0, rows).Select(_ => (int)random.NextBelow(labels))];
            bits[draw] = Informations.Bits(Informations.Of(entropy, points, drawn, Informations.Subsets((ulong)draw)).Nats);
        }

        var mean = bits.Average();
        var spread = Math.Sqrt(bits.Sum(value => (value - mean) * (value - mean)) / (draws - 1));
        // Subsets and classes are drawn alike, so nothing but the draw moves the mean from 0; four of its standard errors.
        Assert.InRange(mean, -4 * spread / Math.Sqrt(draws), 4 * spread / Math.Sqrt(draws));
        // A fair coin shows fewer than 8 or more than 32 heads of 40 once in 20,000.
        Assert.InRange(bits.Count(value => value < 0), 8, 32);
    }

    [Fact]
    public void BlobsTellMoreThanTheirLabelsHold()
    {
        var published = PublishedCase.Open("blobs_balanced");
        var labels = ReferenceFiles.Integers("tests", "ReferenceValues", "diffusion-spectral", "blobs_y.npy");
        using var compute = TestCompute.Open();
        var information = Informations.Of(Informations.Exact(compute, Math.Sqrt(20), time: 2), published.Points(), labels, Informations.Subsets(1));
        // By more than a tenth, and by more than four of its standard errors.
        Assert.True(Informations.Bits(information.Nats) > 1.1 * Math.Log2(5));
        Assert.True(information.Nats - (4 * information.StandardErrorNats) > Math.Log(5));
    }
}
