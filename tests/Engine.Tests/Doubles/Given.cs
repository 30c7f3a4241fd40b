using Infoscope.Compute;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Makes the parts of a comparison.</summary>
internal static class Given
{
    public static ComparisonSettings Settings(int threads = 2, int blockRows = 512, int nulls = 0)
    {
        var provider = new CpuComputeProvider();
        return new ComparisonSettings { Provider = provider, Device = provider.Probe()[0], Log = new Quiet(), Threads = threads, BlockRows = blockRows, Nulls = nulls, Seed = 11 };
    }

    public static EstimatorEntry Entry(IEstimator estimator, string id = "double") => new() { Id = id, Version = "1.0", Estimator = estimator, Options = OptionValues.None(id) };

    public static RowLabels Labels(string name, params long[] values) => RowLabels.Over(name, ClassLabels.FromIntegers([values.Length], values), "memory", [values.Length]);

    public static ComparisonResult Run(ActivationSet set, IEstimator estimator, ComparisonSettings settings) =>
        new Comparison(set, [Entry(estimator)], settings).Run(null, CancellationToken.None);
}
