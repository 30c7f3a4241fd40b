using Infoscope.Conformance;
using Infoscope.Engine;
using Infoscope.Engine.States;
using Infoscope.Loading;

namespace Infoscope.Host;

/// <summary>Makes the entries of a comparison from loaded estimators and the texts of their options.</summary>
internal static class EstimatorEntries
{
    /// <summary>Makes an entry; every option is read once, so that what is wrong shows now.</summary>
    /// <param name="loaded">The estimator.</param>
    /// <param name="texts">The text of each option that is set.</param>
    /// <param name="open">Opens the arrays that texts name.</param>
    public static EstimatorEntry Of(LoadedEstimator loaded, IReadOnlyDictionary<string, string> texts, Func<string, NumericArray> open)
    {
        var id = loaded.Description.Id;
        if (loaded.OptionsType is null && texts.Count > 0) throw new UserError($"{id} has no options; leave out {id}.{texts.Keys.First()}.");
        var arrays = new Dictionary<string, SavedArray>();
        var values = new OptionValues(id, texts, text =>
        {
            var array = open(text);
            lock (arrays) arrays.TryAdd(text, SavedArray.Of(array));
            return array;
        });
        var subject = Subject.Of(loaded.Estimator) with { Options = texts, OpenArray = open };
        return new EstimatorEntry
        {
            Id = id,
            Version = loaded.Description.Plugin.Version,
            Estimator = loaded.Estimator,
            Quantities = loaded.Description.Quantities,
            MayDependOnScale = !subject.ClaimsOfAll(Law.GlobalScale) && !subject.ClaimsOfAll(Law.PerSampleScale),
            Options = values,
            ResolvedOptions = loaded.OptionsType is null ? new Dictionary<string, string>() : values.Resolve(loaded.OptionsType),
            Saved = new SavedEstimator { Id = id, Version = loaded.Description.Plugin.Version, OptionTexts = texts, Arrays = arrays },
        };
    }
}
