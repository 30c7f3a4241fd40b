namespace Infoscope.Loading;

/// <summary>An estimator that is ready to run.</summary>
/// <remarks>Whoever keeps this, or anything its estimator gave, keeps the plugin in memory after the catalog is disposed.</remarks>
public sealed class LoadedEstimator
{
    internal LoadedEstimator(EstimatorDescription description, IEstimator estimator, Type? optionsType, IReadOnlyList<OptionDescription> options)
    {
        Description = description;
        Estimator = estimator;
        OptionsType = optionsType;
        Options = options;
    }

    /// <summary>Gets what its metadata says.</summary>
    public EstimatorDescription Description { get; }

    /// <summary>Gets the instance, the same for every caller.</summary>
    public IEstimator Estimator { get; }

    /// <summary>Gets the type of the options record; null when it has no options.</summary>
    public Type? OptionsType { get; }

    /// <summary>Gets what a user can set, with the defaults.</summary>
    public IReadOnlyList<OptionDescription> Options { get; }
}
