using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>Runs of ours and of another, in turns.</summary>
internal sealed class Pairs
{
    // Short work is done often enough before it counts that its code is compiled for good.
    private const double WarmUpSeconds = 2;
    private const int MostWarmUps = 100;

    // The threads of OpenBLAS and OpenMP spin for some 20 ms after their last work, on a core that the other side needs.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private Pairs(IReadOnlyList<Measurement> ours, IReadOnlyList<Measurement> others) => (Ours, Others) = (ours, others);

    /// <summary>Gets our runs.</summary>
    public IReadOnlyList<Measurement> Ours { get; }

    /// <summary>Gets the other's runs.</summary>
    public IReadOnlyList<Measurement> Others { get; }

    /// <summary>Gets the other's time over ours, one for each pair.</summary>
    public Spread Ratio => new(Ours.Zip(Others, (ours, other) => other.Cost.WallSeconds / ours.Cost.WallSeconds));

    /// <summary>Gets the other's processor time over ours, one for each pair.</summary>
    public Spread ProcessorRatio => new(Ours.Zip(Others, (ours, other) => other.Cost.ProcessorSeconds / ours.Cost.ProcessorSeconds));

    /// <summary>Runs both in turns with a pause before each run, after each has run until it is warm.</summary>
    /// <param name="repetitions">The number of pairs, at least 1.</param>
    /// <param name="ours">Our run.</param>
    /// <param name="other">The other's.</param>
    /// <param name="warm">Whether both run before it counts; long work need not.</param>
    public static Pairs Run(int repetitions, Func<Measurement> ours, Func<Measurement> other, bool warm = true)
    {
        if (warm)
        {
            WarmUp(ours);
            WarmUp(other);
        }

        List<Measurement> mine = [], theirs = [];
        for (var i = 0; i < repetitions; i++)
        {
            Thread.Sleep(Pause);
            mine.Add(ours());
            Thread.Sleep(Pause);
            theirs.Add(other());
        }

        return new(mine, theirs);
    }

    private static void WarmUp(Func<Measurement> run)
    {
        double seconds = 0;
        for (var i = 0; i < MostWarmUps && seconds < WarmUpSeconds; i++) seconds += run().Cost.WallSeconds;
    }
}
