using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Data;

/// <summary>Points in double precision around some centres, in memory and in files.</summary>
internal sealed class Points
{
    private readonly string folder;

    /// <summary>Draws normal points; point i is around centre i modulo their number, and with one centre there is none to be around.</summary>
    public Points(string folder, int count, int features, int centres)
    {
        (this.folder, Count, Features, Centres) = (folder, count, features, centres);
        var random = new RandomStream(2, $"points around {centres}");
        double[] shifts = [.. Enumerable.Range(0, centres * features).Select(_ => random.NextNormal())];
        Values = new double[count * features];
        for (var i = 0; i < Values.Length; i++)
            Values[i] = (centres == 1 ? 0 : shifts[(i / features % centres * features) + (i % features)]) + random.NextNormal();
        Labels = [.. Enumerable.Range(0, count).Select(point => point % centres)];
        Npy.Write<double>(RowFile, Values, count, features);
        Npy.Write<long>(LabelFile, Array.ConvertAll(Labels, label => (long)label), count);
    }

    /// <summary>Gets the number of points.</summary>
    public int Count { get; }

    /// <summary>Gets the number of features.</summary>
    public int Features { get; }

    /// <summary>Gets the number of centres.</summary>
    public int Centres { get; }

    /// <summary>Gets the points, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Gets the centre of each point.</summary>
    public int[] Labels { get; }

    /// <summary>Gets the file of the points.</summary>
    public string RowFile => Path.Combine(folder, $"points-{Count}x{Features}-{Centres}.npy");

    /// <summary>Gets the file of the centre of each point.</summary>
    public string LabelFile => Path.Combine(folder, $"points-{Count}x{Features}-{Centres}-labels.npy");
}
