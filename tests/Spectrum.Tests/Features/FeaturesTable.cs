namespace Infoscope.Plugins.Spectrum.Tests.Features;

/// <summary>Finds estimates by quantity.</summary>
internal sealed class FeaturesTable(EstimateSet set)
{
    public IReadOnlyList<string> Notes => set.Notes;

    public Estimate this[string quantity] => set.Estimates.Single(estimate => estimate.Quantity.Id == quantity);

    public double Effective => this["effective-features"].Value.Number;

    public double Share => this["effective-features-share"].Value.Number;

    public double Active => this["active-features"].Value.Number;

    public double MeanActive => this["mean-active"].Value.Number;

    public double[] Numbers => [Effective, Share, Active, MeanActive];
}
