namespace Infoscope.Conformance;

/// <summary>A function of the labels tells no more than the labels.</summary>
/// <remarks>f(Y) - Y - Z is a Markov chain, so I(f(Y);Z) is at most I(Y;Z) (Cover and Thomas, theorem 2.8.1). f sends every label to one of two or three at random.</remarks>
internal sealed class DataProcessingLabelsLaw : InformationLaw
{
    private const string Image = "f(y)";

    public override Law Law => Law.DataProcessingLabels;

    public override string Statement => "I(f(Y);Z) <= I(Y;Z)";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var random = experiment.Random("function of labels");
        var images = 2 + random.NextBelow(2);
        int[] imageOf = [.. Enumerable.Range(0, experiment.Sample.Labels.Count).Select(_ => (int)random.NextBelow(images))];
        var image = new LabelColumn(Image, [.. experiment.Sample.Labels.Fine.Select(label => label < 0 ? -1 : imageOf[label])]);
        var estimates = experiment.Run(experiment.Input.With(experiment.FineLabels, image));
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, Experiment.Fine) is { } whole && estimates.Number(quantity, Image) is { } part) yield return Deviation.AtMost(quantity, part, "I(f(y);Z)", whole, "I(y;Z)");
        }
    }
}
