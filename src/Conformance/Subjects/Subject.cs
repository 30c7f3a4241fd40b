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
    public bool ClaimsOfAll(Law law)
    {
        var configuration = new Configuration { Texts = Options, Resolved = OptionsType is null ? new Dictionary<string, string>() : ValuesOf(Options).Resolve(OptionsType) };
        var claims = new ClaimTable(this);
        return Quantities.All(quantity => claims.Of(law, quantity, configuration) is { Stance: Stance.Claimed, Exactness: Exactness.Exact or Exactness.InDistribution });
    }

    /// <summary>Gives the values of the options that some texts set.</summary>
    internal OptionValues ValuesOf(IReadOnlyDictionary<string, string> texts) => new(Id, texts, OpenArray);
}
