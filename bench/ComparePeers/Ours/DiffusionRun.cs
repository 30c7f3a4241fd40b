using Infoscope.Plugins.DiffusionSpectral;
using DrawnPoints = Infoscope.ComparePeers.Data.Points;

namespace Infoscope.ComparePeers.Ours;

/// <summary>Diffusion spectral entropy of points in memory, and the information of their labels where they are given.</summary>
internal sealed class DiffusionRun(DrawnPoints points, int threads, bool withLabels, IReadOnlyDictionary<string, string> options)
{
    private readonly long[] rowIndices = [.. Enumerable.Range(0, points.Count).Select(row => (long)row)];
    private readonly LabelColumn[] labelSets = withLabels ? [new LabelColumn("y", points.Labels)] : [];

    /// <summary>Gets the standard errors of the last run, by the names of its values.</summary>
    public IReadOnlyDictionary<string, double> StandardErrors { get; private set; } = new Dictionary<string, double>();

    /// <summary>Runs it once.</summary>
    public IReadOnlyDictionary<string, double[]> Run()
    {
        var context = Contexts.Of("diffusion-spectral", points.Count, points.Features, Precision.Double, labelSets, threads, options);
        try
        {
            using var estimation = new DiffusionSpectralEstimator().Begin(context);
            estimation.Observe(new ActivationBlock
            {
                Rows = points.Count,
                Features = points.Features,
                Double = points.Values,
                RowIndices = rowIndices,
                AllLabels = withLabels ? points.Labels : [],
            });
            var estimates = estimation.Complete();
            StandardErrors = estimates.Estimates.Where(one => one.Item.Length == 0 && one.StandardError is not null)
                .ToDictionary(one => one.LabelSet.Length == 0 ? one.Quantity.Id : $"{one.Quantity.Id}/{one.LabelSet}", one => one.StandardError!.Value);
            return Contexts.ValuesOf(estimates);
        }
        finally
        {
            context.CloseCompute();
        }
    }
}
