namespace Infoscope.Loading.Tests;

/// <summary>Runs an estimator on a few rows without an engine.</summary>
internal static class EstimationRun
{
    public static EstimationContext Context(LoadedEstimator loaded, long rows, int features, Dictionary<string, string>? options = null, Precision precision = Precision.Double) => new()
    {
        EstimatorId = loaded.Description.Id,
        Shape = new ActivationShape { Rows = rows, Features = features },
        Precision = precision,
        Options = new OptionValues(loaded.Description.Id, options ?? [], _ => throw new NotSupportedException("no array is opened here")),
        Seed = 1,
        Log = new SilentLog(),
        OpenCompute = () => throw new NotSupportedException("nothing is computed here"),
    };

    /// <summary>Feeds rows of ones in blocks of the given sizes.</summary>
    public static void Observe(IEstimation estimation, int features, params int[] blocks)
    {
        long first = 0;
        foreach (var rows in blocks)
        {
            var values = new double[rows * features];
            Array.Fill(values, 1);
            var indices = new long[rows];
            for (var row = 0; row < rows; row++) indices[row] = first + row;
            estimation.Observe(new ActivationBlock { Rows = rows, Features = features, Double = values, RowIndices = indices });
            first += rows;
        }
    }

    public static double ValueOf(EstimateSet set, string quantity) => Assert.Single(set.Estimates, estimate => estimate.Quantity.Id == quantity).Value.Number;

    private sealed class SilentLog : IEstimationLog
    {
        public void Information(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
