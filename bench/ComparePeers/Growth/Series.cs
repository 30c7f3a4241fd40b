using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Growth;

/// <summary>One piece of work at growing sizes of one of its parameters.</summary>
/// <param name="Work">What is computed, with the sizes that stay.</param>
/// <param name="Parameter">The parameter that grows.</param>
/// <param name="Sizes">Its sizes, each a multiple of the one before.</param>
/// <param name="Make">Makes what is run at a size; its data is not measured.</param>
internal sealed record Series(string Work, string Parameter, IReadOnlyList<int> Sizes, Func<int, Action> Make)
{
    private const double WarmUpSeconds = 1;
    private const int Repetitions = 5;

    /// <summary>Measures the least time at each size.</summary>
    public double[] LeastSeconds() => [.. Sizes.Select(size => Least(Make(size)))];

    private static double Least(Action run)
    {
        for (double spent = 0; spent < WarmUpSeconds; spent += Cost.Of(run).WallSeconds)
        {
        }

        return new Spread(Enumerable.Range(0, Repetitions).Select(_ => Cost.Of(run).WallSeconds)).Least;
    }
}
