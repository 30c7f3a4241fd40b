using System.Reflection;

namespace Infoscope.Loading;

/// <summary>Loads one plugin at its first use and makes instances of its classes under a time limit.</summary>
internal sealed class PluginLoader(PluginBinary binary, TimeSpan timeLimit)
{
    private readonly string path = binary.Path;
    private PluginLoadContext? context;

    /// <summary>Makes an estimator and reads its options.</summary>
    /// <exception cref="PluginLoadException">It cannot be used.</exception>
    public LoadedEstimator Load(EstimatorDescription description) =>
        Load<IEstimator, LoadedEstimator>(description.TypeName, $"estimator '{description.Id}'", (estimator, step) =>
        {
            var optionsType = estimator.GetType().GetCustomAttribute<EstimatorAttribute>()!.Options;
            if (optionsType is null) return new(description, estimator, null, []);
            step.Subject = $"the options record {optionsType.Name} of estimator '{description.Id}'";
            if (optionsType.IsAbstract || optionsType.GetConstructor(Type.EmptyTypes) is null)
                throw new PluginLoadException(PluginFailure.InvalidDeclaration, path, $"{step.Subject} in {path} has no public constructor without arguments; give every property a default instead.");
            return new(description, estimator, optionsType, OptionValues.Describe(optionsType));
        });

    /// <summary>Makes a label source.</summary>
    /// <exception cref="PluginLoadException">It cannot be used.</exception>
    public LoadedLabelSource Load(LabelSourceDescription description) =>
        Load<ILabelSource, LoadedLabelSource>(description.TypeName, $"label source '{description.Id}'", (source, _) => new(description, source));

    /// <summary>Lets go of the plugin; it leaves memory once nothing refers to it.</summary>
    public void Unload()
    {
        context?.Unload();
        context = null;
    }

    private TLoaded Load<TContract, TLoaded>(string typeName, string noun, Func<TContract, Step, TLoaded> complete)
        where TLoaded : class
    {
        var step = new Step { Subject = $"the constructor of {noun}" };
        var own = context ??= OpenContext(step.Subject);
        if (!TimeLimit.TryRun(() => Attempt(own, typeName, step, complete), timeLimit, $"constructor of {typeName}", out var made))
            throw new PluginLoadException(PluginFailure.ConstructorTimedOut, path, FormattableString.Invariant($"{step.Subject} in {path} did not return within {timeLimit.TotalSeconds:0.###} s; its thread was abandoned, and {noun} is not used."));
        return made.Loaded ?? throw new PluginLoadException(made.Refusal!);
    }

    private PluginLoadContext OpenContext(string subject)
    {
        try
        {
            return new(binary);
        }
        catch (InvalidOperationException error)
        {
            // The .deps.json was usable when the plugin was found.
            throw new PluginLoadException(LoadFailures.Describe(error, path, subject));
        }
    }

    private (TLoaded? Loaded, PluginRefusal? Refusal) Attempt<TContract, TLoaded>(PluginLoadContext own, string typeName, Step step, Func<TContract, Step, TLoaded> complete)
        where TLoaded : class
    {
        try
        {
            var type = own.LoadMain().GetType(typeName, throwOnError: true)!;
            if (Activator.CreateInstance(type) is TContract instance) return (complete(instance, step), null);
            throw new PluginLoadException(PluginFailure.InvalidDeclaration, path, $"the class {typeName} in {path} does not implement {typeof(TContract).Name} of this host's contract.");
        }
        catch (Exception error)
        {
            // Whatever a stranger's code throws is turned into text on this thread.
            return (null, LoadFailures.Describe(error, path, step.Subject));
        }
    }

    private sealed class Step
    {
        public required string Subject { get; set; }
    }
}
