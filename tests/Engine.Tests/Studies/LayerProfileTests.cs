using Infoscope.Engine.Calibration;
using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

public sealed class LayerProfileTests
{
    [Fact]
    public void TheLargestDropIsFoundWithItsError()
    {
        var profile = Assert.Single(LayerProfile.Of([Rows.Of("c", 1.5, error: 0.03), Rows.Of("a", 3, error: 0.1), Rows.Of("b", 2.75, error: 0.04), Rows.Of("d", 1.625)], StringComparer.Ordinal));
        Assert.Equal(["a", "b", "c", "d"], profile.Layers.Select(layer => layer.Layer));
        Assert.Equal([null, -0.25, -1.25, 0.125], profile.Layers.Select(layer => layer.Change));
        Assert.Equal([null, double.Hypot(0.1, 0.04), 0.05, null], profile.Layers.Select(layer => layer.ChangeError));
        Assert.Equal("c", profile.LargestDrop!.Layer);
        Assert.False(profile.IsWithinError);
    }

    [Fact]
    public void ADropIsWithinErrorUpToTheQuantileForAsManyChanges()
    {
        // Two changes to choose from, ten folds.
        var bound = StudentT.Quantile(1 - (0.005 / 2), 9) * Math.Sqrt(2) * 0.1;
        bool? Within(double drop) => LayerProfile.Of([Rows.Of("a", 3, error: 0.1), Rows.Of("b", 3 - drop, error: 0.1), Rows.Of("c", 5, error: 0.1)], StringComparer.Ordinal)[0].IsWithinError;
        Assert.True(Within(0.999 * bound));
        Assert.False(Within(1.001 * bound));
    }

    [Theory]
    [InlineData("abcd", 0)]
    [InlineData("abc", 1)]
    public void TwoDropsAreToldApartFromTheirErrorOn(string layers, int shared)
    {
        // Drops of 4 and of 4 - apart, into neighbours, which share a layer, or with a rise between them.
        double[] rises = shared == 1 ? [0, -4, -4] : [0, -4, 1, -4];
        double[] errors = [.. layers.Select(_ => 0.1)];
        var weights = shared == 1 ? Math.Sqrt(1 + 4 + 1) : 2;
        var bound = StudentT.Quantile(1 - (0.005 / (layers.Length - 1)), 9) * weights * 0.1;
        LayerProfile With(double apart)
        {
            var value = 20.0;
            return LayerProfile.Of([.. layers.Select((layer, i) => Rows.Of($"{layer}", value += rises[i] + (i == layers.Length - 1 ? apart : 0), error: errors[i]))], StringComparer.Ordinal)[0];
        }

        Assert.Equal(("b", $"{layers[^1]}", null), (With(0.999 * bound).LargestDrop!.Layer, With(0.999 * bound).Rival!.Layer, With(0.999 * bound).Outstanding));
        Assert.Equal((null, "b"), (With(1.001 * bound).Rival, With(1.001 * bound).Outstanding!.Layer));
    }

    [Fact]
    public void WhereNothingFallsThereIsNoDrop()
    {
        var profile = Assert.Single(LayerProfile.Of([Rows.Of("a", 1, error: 1), Rows.Of("b", 1, error: 1), Rows.Of("c", 2, error: 1)], StringComparer.Ordinal));
        Assert.Null(profile.LargestDrop);
        Assert.Null(profile.IsWithinError);
    }

    [Fact]
    public void AValueThatIsNotFiniteEndsNoDropAndBeginsNone()
    {
        var profile = Assert.Single(LayerProfile.Of([Rows.Of("a", 4), Rows.Of("b", double.NaN), Rows.Of("c", 1), Rows.Of("d", 0.5)], StringComparer.Ordinal));
        Assert.Equal([null, null, null, -0.5], profile.Layers.Select(layer => layer.Change));
        Assert.Equal("d", profile.LargestDrop!.Layer);
    }

    [Fact]
    public void CheckpointsSetsQuantitiesAndLabelSetsAreProfilesOfTheirOwn()
    {
        StudyRow[] rows = [.. from step in new[] { "0", "9" } from set in new[] { "x", "y" } from labels in new[] { "", "token" } from quantity in new[] { "entropy", "mutual-information" } from layer in new[] { "a", "b" } select Rows.Of(layer, 1, set, step, quantity, labels)];
        var profiles = LayerProfile.Of(rows, StringComparer.Ordinal);
        Assert.Equal(16, profiles.Count);
        Assert.All(profiles, profile => Assert.Equal(2, profile.Layers.Count));
        Assert.Empty(LayerProfile.Of(rows.Where(row => row.Layer == "a"), StringComparer.Ordinal));
    }

    [Fact]
    public void FilesOfOneArrayAreTheLayers()
    {
        var profile = Assert.Single(LayerProfile.Of([Rows.Of("", 2, "layer2.npy"), Rows.Of("", 3, "layer1.npy"), Rows.Of("h", 3, "other.npz")], StringComparer.Ordinal));
        Assert.Equal(["layer1.npy", "layer2.npy"], profile.Layers.Select(layer => layer.Layer));
        Assert.Equal(("", "layer2.npy"), (profile.Set, profile.LargestDrop!.Layer));
    }
}
