namespace Infoscope.Conformance;

/// <summary>One sample with an estimator under one configuration: what a law is tested on.</summary>
internal sealed class Experiment
{
    /// <summary>The name of the fine labels.</summary>
    public const string Fine = "y";

    /// <summary>The name of the coarse labels.</summary>
    public const string Coarse = "coarse";

    private readonly Trial trial;

    public Experiment(Subject subject, Configuration configuration, Trial trial, Sample sample)
    {
        Subject = subject;
        Configuration = configuration;
        this.trial = trial;
        Sample = sample;
        EstimatorSeed = sample.Seed;
    }

    /// <summary>Gets the estimator.</summary>
    public Subject Subject { get; }

    /// <summary>Gets the configuration.</summary>
    public Configuration Configuration { get; }

    /// <summary>Gets the sample.</summary>
    public Sample Sample { get; }

    /// <summary>Gets the trial, for laws that feed the estimator in ways of their own.</summary>
    public Trial Trial => trial;

    /// <summary>Gets the seed of the estimator; that of the sample, which also decides what the law draws, unless a test of distributions changes it.</summary>
    public ulong EstimatorSeed { get; init; }

    /// <summary>Gets the fine labels, an empty set where the estimator takes none.</summary>
    public LabelColumn FineLabels => new(Fine, Sample.Labels.Fine) { Count = Sample.Labels.Count };

    /// <summary>Gets the coarse labels.</summary>
    public LabelColumn CoarseLabels => new(Coarse, Sample.Labels.Coarse) { Count = Sample.Labels.CoarseOf.DefaultIfEmpty(-1).Max() + 1 };

    /// <summary>Gets the rows with their fine labels, and with a reference that is a noisy function of each row.</summary>
    public TrialInput Input => new()
    {
        Rows = Sample.Rows,
        Labels = [FineLabels],
        Reference = trial.Needs.Reference == InputNeed.None ? Sample.Rows : ReferenceOf(Sample),
        Seed = EstimatorSeed,
    };

    /// <summary>Opens a stream for what the law draws.</summary>
    public RandomStream Random(string purpose) => new(Sample.Seed, $"law/{purpose}");

    /// <summary>Gives a random permutation of 0 .. count-1.</summary>
    public int[] Permutation(string purpose, int count)
    {
        var permutation = new KeyedPermutation(Sample.Seed, $"law/{purpose}", count);
        return [.. Enumerable.Range(0, count).Select(place => (int)permutation[place])];
    }

    /// <summary>Runs the estimator.</summary>
    /// <exception cref="RefusedException">It refused the input.</exception>
    /// <exception cref="FaultException">It broke the contract.</exception>
    public Estimates Run(TrialInput input) => trial.Run(input);

    private static double[][] ReferenceOf(Sample sample)
    {
        var noise = new RandomStream(sample.Seed, "law/reference");
        return [.. sample.Rows.Select(row => new[] { Math.Tanh(row[0]) + (0.5 * noise.NextNormal()), Math.Tanh(row[^1]) + (0.5 * noise.NextNormal()) })];
    }
}
