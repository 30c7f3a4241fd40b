using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Data;

/// <summary>Rows in single precision around one direction for each label, anchors, and label sets; the same numbers in memory and in files.</summary>
internal sealed class LabelledRows
{
    private readonly string folder;
    private readonly Dictionary<string, int[]> labelSets = [];

    /// <summary>Draws rows and anchors, and writes them.</summary>
    public LabelledRows(string folder, int rows, int features, int anchors)
    {
        (this.folder, Rows, Features) = (folder, rows, features);
        var random = new RandomStream(1, $"rows of {features}");
        float[] centres = [.. Enumerable.Range(0, Centres * features).Select(_ => (float)random.NextNormal())];
        Values = new float[rows * features];
        for (var i = 0; i < Values.Length; i++) Values[i] = (0.5f * centres[(i / features % Centres * features) + (i % features)]) + (float)random.NextNormal();
        Anchors = [.. Enumerable.Range(0, anchors * features).Select(_ => random.NextNormal())];
        AnchorCount = anchors;
        Npy.Write<float>(RowFile, Values, rows, features);
        Npy.Write<double>(AnchorFile, Anchors, anchors, features);
    }

    /// <summary>The number of directions, which is the number of labels of <see cref="OfCentres"/>.</summary>
    public const int Centres = 10;

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of features.</summary>
    public int Features { get; }

    /// <summary>Gets the number of anchors.</summary>
    public int AnchorCount { get; }

    /// <summary>Gets the rows, row-major.</summary>
    public float[] Values { get; }

    /// <summary>Gets the anchors, row-major.</summary>
    public double[] Anchors { get; }

    /// <summary>Gets the file of the rows.</summary>
    public string RowFile => Path.Combine(folder, $"rows-{Rows}x{Features}.npy");

    /// <summary>Gets the file of the anchors.</summary>
    public string AnchorFile => Path.Combine(folder, $"anchors-{Features}.npy");

    /// <summary>Gives the file of a label set.</summary>
    public string LabelFile(string name) => Path.Combine(folder, $"labels-{name}.npy");

    /// <summary>Gives the labels of the directions that the rows lie around.</summary>
    public string OfCentres()
    {
        var name = "centres";
        if (!labelSets.ContainsKey(name)) Add(name, [.. Enumerable.Range(0, Rows).Select(row => row % Centres)]);
        return name;
    }

    /// <summary>Gives labels drawn uniformly.</summary>
    public string Drawn(int labels, int draw)
    {
        var name = $"drawn{labels}x{draw}";
        if (labelSets.ContainsKey(name)) return name;
        var random = new RandomStream((ulong)draw, $"labels {labels}");
        Add(name, [.. Enumerable.Range(0, Rows).Select(_ => (int)random.NextBelow(labels))]);
        return name;
    }

    /// <summary>Gives the labels of a set, one for each row.</summary>
    public int[] Labels(string name) => labelSets[name];

    private void Add(string name, int[] labels)
    {
        labelSets.Add(name, labels);
        Npy.Write<long>(LabelFile(name), Array.ConvertAll(labels, label => (long)label), Rows);
    }
}
