using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class SeparatedBlobLaws
{
    [Property]
    public Property ThePlantedClassesAreFound() => ForAllBlobs(blobs => Assert.Equal(Partition.Renamed(blobs.Planted()), blobs.Classes(blobs.Rows())));

    [Property]
    public Property TheStartOfTheIterationDoesNotMatter() => ForAllBlobs(blobs => Assert.Equal(blobs.Classes(blobs.Rows()), blobs.Classes(blobs.Rows(), blobs.Seed)));

    [Property]
    public Property TheOrderOfTheRowsDoesNotMatter() => ForAllBlobs(blobs =>
    {
        var (rows, order) = (blobs.Rows(), (blobs with { Seed = blobs.Seed + 1 }).Order());
        var classes = blobs.Classes(rows);
        Assert.Equal(Partition.Renamed(order.Select(row => classes[row])), blobs.Classes([.. order.Select(row => rows[row])]));
    });

    [Property]
    public Property ReflectionTranslationAndScaleDoNotMatter() => ForAllBlobs(blobs =>
    {
        var random = new RandomStream(blobs.Seed, "motion");
        double[] axis = [.. Enumerable.Range(0, blobs.Features).Select(_ => random.NextNormal())];
        double[] shift = [.. Enumerable.Range(0, blobs.Features).Select(_ => 1000 * random.NextNormal())];
        var factor = Math.Exp(20 * random.NextDouble() - 10);
        var moved = blobs.Rows().Select(row => Reflected(row, axis).Zip(shift, (value, by) => factor * (value + by)).ToArray());
        Assert.Equal(blobs.Classes(blobs.Rows()), blobs.Classes([.. moved]));
    });

    [Property]
    public Property APowerOfTwoDoesNotMatterHoweverLargeOrSmall() => ForAllBlobs(blobs =>
    {
        var exponent = (int)(blobs.Seed % 1800) - 900;
        Assert.Equal(blobs.Classes(blobs.Rows()), blobs.Classes([.. blobs.Rows().Select(row => row.Select(value => Math.ScaleB(value, exponent)).ToArray())]));
    });

    private static Property ForAllBlobs(Action<SeparatedBlobs> check) => Prop.ForAll(SeparatedBlobs.Generated, check);

    private static IEnumerable<double> Reflected(double[] row, double[] axis)
    {
        var twice = 2 * row.Zip(axis, (value, along) => value * along).Sum() / axis.Sum(along => along * along);
        return row.Zip(axis, (value, along) => value - twice * along);
    }
}
