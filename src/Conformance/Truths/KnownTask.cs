namespace Infoscope.Conformance.Truths;

/// <summary>A distribution that can be drawn from and one quantity of it whose true value is known, derived twice.</summary>
/// <remarks>
/// Truths are computed when first asked for, in milliseconds, and kept. A draw is a function of the task, the number of rows and the seed, and the
/// first rows of a longer draw are the shorter draw. Immutable and safe for any number of threads.
/// </remarks>
public abstract class KnownTask
{
    /// <summary>The number of draws of a second truth by Monte Carlo.</summary>
    public const int SecondTruthDraws = 20_000;

    private readonly Lazy<Truth> truth;
    private readonly Lazy<Truth> secondTruth;

    /// <summary>Makes a task; its truths wait until they are asked for.</summary>
    protected KnownTask()
    {
        truth = new(DeriveTruth);
        secondTruth = new(DeriveSecondTruth);
    }

    /// <summary>Gets the identity, in lower case with hyphens; a transformed task adds its map after a plus, such as <c>simplex-k4-a2+noise60</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what is drawn, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets what the task is there to show.</summary>
    public TaskRole Role { get; init; } = TaskRole.Measure;

    /// <summary>Gets what a reader of a result should know, such as who is blind to the task by design; empty if nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Gets the quantity whose truth is known.</summary>
    public abstract Quantity Quantity { get; }

    /// <summary>Gets what a draw consists of.</summary>
    public abstract TaskKind Kind { get; }

    /// <summary>Gets the number of features of a row.</summary>
    public abstract int Features { get; }

    /// <summary>Gets the number of features of a reference row; 0 unless the kind is <see cref="TaskKind.Pair"/>.</summary>
    public virtual int ReferenceFeatures => 0;

    /// <summary>Gets the probability of each label; empty unless the kind is <see cref="TaskKind.Labels"/>.</summary>
    public virtual IReadOnlyList<double> LabelProbabilities => [];

    /// <summary>Gets the number of labels; 0 unless the kind is <see cref="TaskKind.Labels"/>.</summary>
    public int LabelCount => LabelProbabilities.Count;

    /// <summary>Gets the true value.</summary>
    public Truth Truth => truth.Value;

    /// <summary>Gets the true value by another derivation that shares no integral with the first.</summary>
    public Truth SecondTruth => secondTruth.Value;

    /// <summary>Draws independent rows.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="seed">The seed; the same seed gives the same rows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is below 1.</exception>
    public abstract TaskSample Draw(int rows, ulong seed);

    /// <summary>Gives the quantity of one drawn row, in nats, whose mean over all draws is the truth.</summary>
    /// <remarks>It is ln p(z|y)/p(z) for labels, ln p(x,z)/(p(x)p(z)) for pairs, and -ln p(z) for rows alone.</remarks>
    public abstract double PointwiseNats(TaskSample sample, int row);

    /// <summary>Derives the truth as the mean of <see cref="PointwiseNats"/> over a draw, with its standard error.</summary>
    /// <param name="draws">The number of rows, at least 2.</param>
    /// <param name="seed">The seed of the draw.</param>
    public Truth ByMonteCarlo(int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        var sample = Draw(draws, seed);
        double mean = 0, squares = 0;
        for (var row = 0; row < draws; row++)
        {
            var deviation = PointwiseNats(sample, row) - mean;
            mean += deviation / (row + 1);
            squares += deviation * deviation * row / (row + 1);
        }

        var standardError = Math.Sqrt(squares / (draws - 1.0) / draws);
        return Truth.OfMonteCarlo(mean, standardError, $"mean of the pointwise value over {draws} draws, seed {seed}");
    }

    /// <summary>Writes the identity.</summary>
    public override string ToString() => Id;

    /// <summary>Derives the true value.</summary>
    protected abstract Truth DeriveTruth();

    /// <summary>Derives the true value in another way; unless a task says otherwise, by Monte Carlo.</summary>
    protected virtual Truth DeriveSecondTruth() => ByMonteCarlo(SecondTruthDraws, 1);
}
