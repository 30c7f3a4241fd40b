using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Infoscope.Engine.Labels;

/// <summary>Makes the label sets of a comparison from their specifications, each after the ones it is made from.</summary>
public sealed class LabelResolver
{
    private readonly IReadOnlyDictionary<string, LabelSourceEntry> sources;
    private readonly Func<string, LabelSet> openClasses;
    private readonly Func<string, NumericArray> openArray;
    private readonly Func<string, IReadOnlyDictionary<string, string>> openMapping;
    private readonly ulong seed;

    /// <summary>Makes a resolver.</summary>
    /// <param name="sources">The label sources.</param>
    /// <param name="openClasses">Opens a bare file as classes.</param>
    /// <param name="openArray">Opens a file as an array.</param>
    /// <param name="openMapping">Opens a file as a mapping from names of labels to other names.</param>
    /// <param name="seed">The seed of the comparison.</param>
    public LabelResolver(IEnumerable<LabelSourceEntry> sources, Func<string, LabelSet> openClasses, Func<string, NumericArray> openArray, Func<string, IReadOnlyDictionary<string, string>> openMapping, ulong seed)
    {
        this.sources = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        this.openClasses = openClasses;
        this.openArray = openArray;
        this.openMapping = openMapping;
        this.seed = seed;
    }

    /// <summary>Tells whether a label set may have a name: not empty, and without the marks of nulls, lists and arguments.</summary>
    public static bool IsName(string name) => !string.IsNullOrEmpty(name) && name.IndexOfAny(['~', ',', ':']) < 0;

    /// <summary>Makes every label set, in the order in which they were named.</summary>
    /// <exception cref="OptionException">A specification cannot be read, names a label set that is not there, or depends on itself.</exception>
    /// <exception cref="AggregateException">Several label sets cannot be made; it holds one exception for each.</exception>
    public IReadOnlyList<(string Name, LabelSet Labels)> Resolve(IReadOnlyList<(string Name, string Specification)> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var work = new Work();
        foreach (var (name, text) in named) Attempt(work, [name], () => Add(work, name, text));
        foreach (var (name, _) in named)
        {
            var path = new List<string>();
            Attempt(work, path, () => Make(work, name, path));
        }

        if (work.Failures.Count == 1) ExceptionDispatchInfo.Throw(work.Failures[0]);
        if (work.Failures.Count > 1) throw new AggregateException(work.Failures);
        return [.. named.Select(one => (one.Name, work.Made[one.Name]))];
    }

    // A failure leaves every label set on the path to it unmade.
    private static void Attempt(Work work, List<string> path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            work.Failures.Add(failure);
            work.Failed.UnionWith(path);
        }
    }

    private void Add(Work work, string name, string text)
    {
        if (!IsName(name)) throw new OptionException($"a label set is named '{name}'; a name has no '~', ',' or ':' and is not empty.");
        if (!work.Specifications.TryAdd(name, LabelSpecification.Parse(text, sources))) throw new OptionException($"two label sets are named '{name}'; give each its own name.");
    }

    private void Make(Work work, string name, List<string> path)
    {
        if (work.Made.ContainsKey(name) || work.Failed.Contains(name)) return;
        if (path.Contains(name)) throw new OptionException($"label sets are made from each other in a circle: {string.Join(" from ", [.. path, name])}.");
        if (!work.Specifications.TryGetValue(name, out var specification))
            throw new OptionException($"label set {path[^1]} is made from '{name}', which is not there; there are {string.Join(", ", work.Specifications.Keys)}.");
        path.Add(name);
        foreach (var other in specification.DependsOn) Make(work, other, path);
        path.RemoveAt(path.Count - 1);
        if (specification.DependsOn.Any(work.Failed.Contains)) work.Failed.Add(name);
        else work.Made[name] = specification.Source is null ? openClasses(specification.Text) : Derive(specification, work.Made);
    }

    private LabelSet Derive(LabelSpecification specification, Dictionary<string, LabelSet> made)
    {
        var arguments = specification.Arguments.ToDictionary(argument => argument.Key.Name, argument => Read(specification, argument.Key, argument.Value, made));
        var source = specification.Source!.Make();
        try
        {
            return source.Derive(new LabelRequest(specification.Text, seed, arguments)) ?? throw new InvalidOperationException("Derive gave null");
        }
        catch (Exception failure) when (failure is not (OptionException or ActivationShapeException))
        {
            // As text, because a kept exception of a plugin keeps the plugin loaded.
            throw new OptionException($"the label source {specification.Source.Id} failed on '{specification.Text}': {failure.GetType().Name}: {failure.Message}");
        }
    }

    private object Read(LabelSpecification specification, LabelArgumentAttribute argument, string text, Dictionary<string, LabelSet> made) => argument.Kind switch
    {
        LabelArgumentKind.Array => openArray(text),
        LabelArgumentKind.Mapping => openMapping(text),
        LabelArgumentKind.Text => text,
        LabelArgumentKind.LabelSet => made[text],
        LabelArgumentKind.LabelSets => (IReadOnlyList<LabelSet>)[.. text.Split(',').Select(name => made[name])],
        LabelArgumentKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new OptionException($"'{specification.Text}': {argument.Name} is '{text}'; a number is needed."),
        _ => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new OptionException($"'{specification.Text}': {argument.Name} is '{text}'; a whole number of at least 0 is needed."),
    };

    /// <summary>How far the label sets are: how each is asked for, what is made, and what failed.</summary>
    private sealed class Work
    {
        public Dictionary<string, LabelSpecification> Specifications { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, LabelSet> Made { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Failed { get; } = new(StringComparer.Ordinal);

        public List<Exception> Failures { get; } = [];
    }
}
