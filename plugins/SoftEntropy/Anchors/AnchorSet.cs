using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Anchors;

/// <summary>The anchors as they are used: unit rows, rounded to the working precision, row-major (anchors, features).</summary>
internal sealed class AnchorSet
{
    private readonly double[] rows;
    private readonly float[] singleRows = [];

    private AnchorSet(double[] rows, int count, Precision precision)
    {
        this.rows = rows;
        Count = count;
        if (precision != Precision.Single) return;
        singleRows = Array.ConvertAll(rows, value => (float)value);
        for (var i = 0; i < rows.Length; i++) rows[i] = singleRows[i];
    }

    /// <summary>Gets the number m of anchors.</summary>
    public int Count { get; }

    /// <summary>Gets the anchors in single precision; empty in double.</summary>
    public ReadOnlySpan<float> Single => singleRows;

    /// <summary>Gets the anchors widened to double.</summary>
    public ReadOnlySpan<double> Double => rows;

    /// <summary>Draws anchors uniform on the sphere, one after another, so that m anchors are the first m of m + 1.</summary>
    /// <exception cref="OptionException">An array cannot hold so many.</exception>
    public static AnchorSet Draw(RandomStream random, int count, int features, Precision precision, string owner)
    {
        if ((long)count * features > Array.MaxLength)
            throw new OptionException($"{owner}.anchors is {count}; with {features} features at most {Array.MaxLength / features} anchors can be held.");
        var rows = new double[count * features];
        for (var i = 0; i < rows.Length; i++) rows[i] = random.NextNormal();
        Normalize(rows, features, row => throw new NumericalFailureException($"the random anchor {row} has no direction; use another seed."));
        return new AnchorSet(rows, count, precision);
    }

    /// <summary>Takes anchors from a file.</summary>
    /// <exception cref="OptionException">The array is not (at least 2, features), or an anchor has no direction.</exception>
    public static AnchorSet From(NumericArray file, FeatureSplit split, Precision precision, string owner)
    {
        CheckShape(file, owner);
        if (file.Shape[1] != split.Width)
            throw new OptionException($"{owner}.anchors-file is {file.Source} with {file.Shape[1]} features; the {split.Noun} have {split.Width}: use anchors made for them.");
        var rows = file.ToReals();
        Normalize(rows, split.Width, row => throw new OptionException($"{owner}.anchors-file is {file.Source}, whose anchor {row} is zero or not finite; every anchor needs a direction."));
        return new AnchorSet(rows, (int)file.Shape[0], precision);
    }

    /// <summary>Checks what can be checked of a file of anchors before the number of features is known.</summary>
    /// <exception cref="OptionException">The array does not have two axes with at least 2 anchors.</exception>
    public static void CheckShape(NumericArray file, string owner)
    {
        if (file.Shape.Count != 2 || file.Shape[0] < 2)
            throw new OptionException($"{owner}.anchors-file is {file.Source} with the shape ({string.Join(", ", file.Shape)}); it must be (anchors, features) with at least 2 anchors.");
    }

    private static void Normalize(double[] rows, int features, Action<int> refuse)
    {
        for (var row = 0; row * features < rows.Length; row++)
        {
            var anchor = rows.AsSpan(row * features, features);
            if (UnitRow.Normalize(anchor, anchor) != RowFate.Used) refuse(row);
        }
    }
}
