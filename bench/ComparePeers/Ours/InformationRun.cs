using Infoscope.Plugins.DiffusionSpectral;
using Infoscope.Plugins.DiffusionSpectral.Entropies;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Rows;
using DrawnPoints = Infoscope.ComparePeers.Data.Points;

namespace Infoscope.ComparePeers.Ours;

/// <summary>The diffusion spectral information of labels alone, without the entropy of all points that the estimator gives beside it.</summary>
internal sealed class InformationRun(DrawnPoints points, int threads, IReadOnlyDictionary<string, string> options)
{
    private readonly long[] rowIndices = [.. Enumerable.Range(0, points.Count).Select(row => (long)row)];
    private readonly LabelColumn labels = new("y", points.Labels);

    /// <summary>Runs it once.</summary>
    public IReadOnlyDictionary<string, double[]> Run()
    {
        var context = Contexts.Of("diffusion-spectral", points.Count, points.Features, Precision.Double, [labels], threads, options);
        try
        {
            var block = new ActivationBlock { Rows = points.Count, Features = points.Features, Double = points.Values, RowIndices = rowIndices, AllLabels = points.Labels };
            var rows = FiniteRows.Of(block, labelSets: 1);
            var (settled, scale) = PointScale.Settle(rows.Points);
            var bound = context.Options.Bind<DiffusionSpectralOptions>();
            var entropy = EntropyChoice.Of(bound, context, settled, scale).Entropy;
            // With subsets as large as each class the entropy of all points has no part in it.
            var information = new InformationEstimator(settled, whole: default, entropy, new RandomSubsets(context.Random), bound).Of(Classes.Of(rows.Labels(0)));
            return new Dictionary<string, double[]> { ["conditional-entropy/y"] = [information.Conditional.Nats], ["mutual-information/y"] = [information.Nats] };
        }
        finally
        {
            context.CloseCompute();
        }
    }
}
