using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Draws data sets: a label for every row, all equally likely, and rows that are normal around the centre of their label.</summary>
internal sealed record DrawnRows
{
    public const string Label = "class";

    public required int Rows { get; init; }

    public required int Features { get; init; }

    public required int Labels { get; init; }

    /// <summary>Gets the length of the centres beside noise of one unit per feature; at 0 rows and labels are independent.</summary>
    public double CentreLength { get; init; }

    /// <summary>Draws a data set; the centres are the same for every seed.</summary>
    public ActivationSet Draw(ulong seed)
    {
        var centres = new RandomStream(0, "centres");
        double[][] around = [.. Enumerable.Range(0, Labels).Select(_ => Scaled([.. Enumerable.Range(0, Features).Select(_ => centres.NextNormal())]))];
        var (labelStream, rowStream) = (new RandomStream(seed, "labels"), new RandomStream(seed, "rows"));
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => (int)labelStream.NextBelow(Labels))];
        double[] values = [.. labels.SelectMany(label => around[label].Select(centre => centre + rowStream.NextNormal()))];
        var activations = new DrawnActivations(values, Features);
        return new ActivationSet
        {
            Name = "drawn",
            Activations = activations,
            Labels = [RowLabels.Over(Label, new LabelSet([Rows], labels, [.. Enumerable.Range(0, Labels).Select(label => $"{label}")]), activations.Name, [Rows])],
        };
    }

    private double[] Scaled(double[] centre)
    {
        var length = Math.Sqrt(centre.Sum(value => value * value));
        return [.. centre.Select(value => value / length * CentreLength)];
    }
}
