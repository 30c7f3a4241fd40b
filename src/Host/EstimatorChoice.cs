using Infoscope.Engine;
using Infoscope.Engine.Results;
using Infoscope.Host.Inputs;
using Infoscope.Host.Plans;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host;

/// <summary>Chooses and loads the estimators of a comparison, each with the options set for it.</summary>
internal sealed class EstimatorChoice(PluginCatalog catalog, CompareRequest request, Func<string, NumericArray> openArray, ILogger log)
{
    // What the engine derives for every estimator.
    private static readonly string[] Derived =
    [
        Infoscope.Quantities.Share.Id, Infoscope.Quantities.Residual.Id, Infoscope.Quantities.Optimality.Id,
        Infoscope.Quantities.Efficiency.Id, Infoscope.Quantities.Regularity.Id, Infoscope.Quantities.RegularityOfMaximum.Id,
        Infoscope.Quantities.Variation.Id, Infoscope.Quantities.VariationUnweighted.Id,
    ];

    private readonly HashSet<string> fromFlags = [];
    private readonly SmallFiles flagFiles = new(request.FlagFolder ?? request.BaseFolder);

    /// <summary>Gets the options that are varied, as they were typed; an estimator then has an entry for each combination of their values.</summary>
    public IReadOnlyList<string> Vary { get; init; } = [];

    /// <summary>Gets whether an estimator that nobody named could not be loaded.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>Gets the quantities to report; null is all.</summary>
    public IReadOnlyList<string>? Quantities { get; } = Split(request.Quantities);

    /// <summary>Tells whether the user named an estimator, to run it or to set or vary an option of it.</summary>
    public bool IsNamed(string id) => request.Estimators is not null || (request.Set ?? []).Concat(request.SetOverPlan ?? []).Concat(Vary).Any(text => text.StartsWith(id + ".", StringComparison.Ordinal));

    /// <summary>Loads the estimators that were named, or else all.</summary>
    public IReadOnlyList<EstimatorEntry> Load()
    {
        var known = catalog.Estimators.Select(estimator => estimator.Id).ToArray();
        var named = Split(request.Estimators);
        var chosen = (named ?? known).Intersect(known).ToArray();
        var problems = (named ?? []).Except(known).Select(id => $"there is no estimator '{id}'{(catalog.Refusals.Count > 0 ? " among the plugins that were not refused" : "")}; {Suggest.Sentence(id, known)}").ToList();
        if (named is { Length: 0 }) problems.Add($"--estimators names none; {Suggest.Sentence("", known)}");
        var options = OptionsById(named ?? known, problems);
        var variants = OptionVariants.Of(Vary, options, named ?? known, problems);
        if (chosen.Length > 0) problems.AddRange(WrongQuantities(chosen));

        var entries = new List<EstimatorEntry>();
        foreach (var id in chosen)
        {
            try
            {
                var loaded = Plugins.LoadEstimator(catalog, id);
                foreach (var texts in variants.GetValueOrDefault(id) ?? [options.GetValueOrDefault(id) ?? []]) problems.AddRange(Add(loaded, texts, entries));
            }
            catch (PluginLoadException refused) when (named is null)
            {
                log.Error("{Sentence:l}", refused.Message);
                AnyRefused = true;
            }
            catch (Exception failure) when (UserError.ProblemsOf(failure) is { } sentences)
            {
                problems.AddRange(sentences);
            }
        }

        if (problems.Count > 0) throw new UserError(problems);
        return entries.Count > 0 ? entries : throw new UserError("there is no estimator to run; put a plugin into the plugins folder or give --plugin PATH.");
    }

    // What is wrong with one variant does not hide what is wrong with the next.
    private IReadOnlyList<string> Add(LoadedEstimator loaded, Dictionary<string, string> texts, List<EstimatorEntry> entries)
    {
        try
        {
            entries.Add(EstimatorEntries.Of(loaded, texts, Open));
            return [];
        }
        catch (Exception failure) when (failure is not PluginLoadException && UserError.ProblemsOf(failure) is not null)
        {
            return UserError.ProblemsOf(failure)!;
        }
    }

    private static string[]? Split(IReadOnlyList<string>? texts) =>
        texts?.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToArray();

    private IEnumerable<string> WrongQuantities(IReadOnlyList<string> chosen)
    {
        var given = catalog.Estimators.Where(estimator => chosen.Contains(estimator.Id)).SelectMany(estimator => estimator.Quantities).Concat(Derived).Distinct().ToArray();
        var allowed = given.Concat(given.Select(quantity => quantity + ResultRow.DifferenceSuffix));
        if (Quantities is { Count: 0 }) return [$"--quantities names none; {Suggest.Sentence("", given)}"];
        return (Quantities ?? []).Except(allowed).Select(quantity => $"none of the estimators gives a quantity '{quantity}'; {Suggest.Sentence(quantity, given)}");
    }

    private Dictionary<string, Dictionary<string, string>> OptionsById(IReadOnlyList<string> chosen, List<string> problems)
    {
        var options = new Dictionary<string, Dictionary<string, string>>();
        OptionTexts.Add(request.Set ?? [], options, chosen, "compared", problems);
        var over = new Dictionary<string, Dictionary<string, string>>();
        OptionTexts.Add(request.SetOverPlan ?? [], over, chosen, "compared", problems);
        foreach (var (id, texts) in over)
        {
            if (!options.TryGetValue(id, out var own)) options[id] = own = [];
            foreach (var (name, text) in texts)
            {
                own[name] = text;
                fromFlags.Add(text);
            }
        }

        return options;
    }

    // A path on the command line is relative to the current folder, also where the plan lies elsewhere.
    private NumericArray Open(string text) => fromFlags.Contains(text) ? flagFiles.OpenArray(text) : openArray(text);
}
