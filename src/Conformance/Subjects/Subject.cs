using System.Reflection;

namespace Infoscope.Conformance;

/// <summary>An estimator under verification: the instance, and what it says of itself.</summary>
/// <remarks>Immutable and safe for any number of threads, as its estimator must be.</remarks>
public sealed record Subject
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of the plugin.</summary>
    public string Version { get; init; } = "";

    /// <summary>Gets the estimator.</summary>
    public required IEstimator Estimator { get; init; }

    /// <summary>Gets the type of the options record; null when there are no options.</summary>
    public Type? OptionsType { get; init; }

    /// <summary>Gets the ids of the quantities it gives.</summary>
    public required IReadOnlyList<string> Quantities { get; init; }

    /// <summary>Gets the laws it claims.</summary>
    public IReadOnlyList<ClaimsAttribute> Claims { get; init; } = [];

    /// <summary>Gets the laws it disclaims.</summary>
    public IReadOnlyList<DoesNotClaimAttribute> Disclaimers { get; init; } = [];

    /// <summary>Gets options under which it is verified as well.</summary>
    public IReadOnlyList<string> VerifiedWith { get; init; } = [];

    /// <summary>Gets options that are set in every configuration, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what opens the file that the text of an option names.</summary>
    public Func<string, NumericArray> OpenArray { get; init; } = text => throw new OptionException($"no file can be opened here for '{text}'.");

    private Configuration AsSet => new() { Texts = Options, Resolved = Configurations.Resolved(this, Options) };

    /// <summary>Takes an estimator as its attributes describe it.</summary>
    /// <exception cref="ArgumentException">The class has no <see cref="EstimatorAttribute"/>.</exception>
    public static Subject Of(IEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        var type = estimator.GetType();
        var about = type.GetCustomAttribute<EstimatorAttribute>() ?? throw new ArgumentException($"{type.Name} has no [Estimator] attribute; add one with its id and citation.", nameof(estimator));
        return new Subject
        {
            Id = about.Id,
            Estimator = estimator,
            OptionsType = about.Options,
            Quantities = [.. type.GetCustomAttributes<EstimatesAttribute>().Select(estimates => estimates.Quantity)],
            Claims = [.. type.GetCustomAttributes<ClaimsAttribute>()],
            Disclaimers = [.. type.GetCustomAttributes<DoesNotClaimAttribute>()],
            VerifiedWith = [.. type.GetCustomAttributes<VerifyWithAttribute>().Select(with => with.Options)],
        };
    }

    /// <summary>Tells whether it claims a law of every quantity it gives, exactly or in distribution, under its options as they are set.</summary>
    /// <exception cref="OptionException">An option that is set is unknown, unreadable or out of range.</exception>
    public bool ClaimsOfAll(Law law)
    {
        var configuration = AsSet;
        var claims = new ClaimTable(this);
        return Quantities.All(quantity => claims.Of(law, quantity, configuration) is { Stance: Stance.Claimed, Exactness: Exactness.Exact or Exactness.InDistribution });
    }

    /// <summary>Runs the estimator with the seed 0; else as <see cref="Run(double[][], int[], ulong)"/>.</summary>
    /// <param name="rows">At least one row, all of the same number of features, at least one.</param>
    /// <param name="labels">A label of at least 0 for each row, or -1 for none; they are the label set <c>y</c>.</param>
    /// <exception cref="ArgumentException">Rows or labels have another form, or the estimator refuses its options or what it is given.</exception>
    /// <exception cref="OptionException">An option that is set is unknown, unreadable or out of range.</exception>
    /// <exception cref="InvalidOperationException">The estimator breaks the contract.</exception>
    public EstimateSet Run(double[][] rows, int[] labels) => Run(rows, labels, seed: 0);

    /// <summary>Runs the estimator under its options on a few rows, as the battery does: one estimation on one thread, without folds and nulls. For tests of known answers.</summary>
    /// <param name="rows">At least one row, all of the same number of features, at least one. A reference, where one is needed, is the rows themselves; sequences are two halves of 8 rows or more, else one.</param>
    /// <param name="labels">A label of at least 0 for each row, or -1 for none; they are the label set <c>y</c>.</param>
    /// <param name="seed">The seed of whatever the estimator draws.</param>
    /// <exception cref="ArgumentException">Rows or labels have another form, or the estimator refuses its options or what it is given.</exception>
    /// <exception cref="OptionException">An option that is set is unknown, unreadable or out of range.</exception>
    /// <exception cref="InvalidOperationException">The estimator breaks the contract.</exception>
    public EstimateSet Run(double[][] rows, int[] labels, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(labels);
        if (rows.Length == 0 || rows[0].Length == 0 || Array.Exists(rows, row => row.Length != rows[0].Length)) throw new ArgumentException("rows must be at least one, each of the same number of features, at least one.", nameof(rows));
        if (labels.Length != rows.Length || Array.Exists(labels, label => label < -1)) throw new ArgumentException($"there are {labels.Length} labels for {rows.Length} rows; each row needs one of at least 0, or -1 for none.", nameof(labels));
        try
        {
            return new Trial(this, AsSet).Run(new TrialInput { Rows = rows, Labels = [new LabelColumn(Experiment.Fine, labels)], Reference = rows, Seed = seed }).Set;
        }
        catch (RefusedException refusal)
        {
            throw new ArgumentException($"{Id} refuses: {refusal.Message}");
        }
        catch (FaultException fault)
        {
            throw new InvalidOperationException($"{Id} breaks the contract: {fault.Message}");
        }
    }

    /// <summary>Gives the values of the options that some texts set.</summary>
    internal OptionValues ValuesOf(IReadOnlyDictionary<string, string> texts) => new(Id, texts, OpenArray);
}
