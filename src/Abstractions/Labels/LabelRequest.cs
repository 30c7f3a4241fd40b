using System.Globalization;

namespace Infoscope;

/// <summary>What a label source is asked: its arguments, read and opened, and a seed.</summary>
public sealed class LabelRequest
{
    private readonly IReadOnlyDictionary<string, object> arguments;

    /// <summary>Holds the arguments by name: long for a count, double for a number, string for a text, <see cref="NumericArray"/>, <see cref="LabelSet"/>, a list of <see cref="LabelSet"/>, or a dictionary of texts for a mapping.</summary>
    public LabelRequest(string source, ulong seed, IReadOnlyDictionary<string, object> arguments)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(arguments);
        Source = source;
        Seed = seed;
        this.arguments = arguments;
    }

    /// <summary>Gets the specification as the user wrote it, for messages.</summary>
    public string Source { get; }

    /// <summary>Gets the seed of the comparison.</summary>
    public ulong Seed { get; }

    /// <summary>Tells whether an optional argument was given.</summary>
    public bool Has(string name) => arguments.ContainsKey(name);

    /// <summary>Gives a count.</summary>
    public long Count(string name) => Get<long>(name);

    /// <summary>Gives a number.</summary>
    public double Number(string name) => Get<double>(name);

    /// <summary>Gives an array.</summary>
    public NumericArray Array(string name) => Get<NumericArray>(name);

    /// <summary>Gives another label set.</summary>
    public LabelSet LabelSet(string name) => Get<LabelSet>(name);

    /// <summary>Gives other label sets.</summary>
    public IReadOnlyList<LabelSet> LabelSets(string name) => Get<IReadOnlyList<LabelSet>>(name);

    /// <summary>Gives a text.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public string Text(string name) => Get<string>(name);

    /// <summary>Gives a mapping from names of labels to other names.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public IReadOnlyDictionary<string, string> Mapping(string name) => Get<IReadOnlyDictionary<string, string>>(name);

    /// <summary>Opens the random stream of this source for a purpose: a function of seed, source and purpose, whatever the label sets and files are called.</summary>
    public RandomStream Random(string purpose) => new(Seed, StreamName(purpose));

    /// <summary>Gives a random permutation of the numbers from 0 to <paramref name="count"/> - 1 for a purpose, by the same rule.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public KeyedPermutation Permutation(string purpose, long count) => new(Seed, StreamName(purpose), count);

    private string StreamName(string purpose) => $"labels/{Source.Split(':')[0]}/{purpose}";

    private T Get<T>(string name) => arguments.TryGetValue(name, out var value) && value is T typed
        ? typed
        : throw new OptionException($"{Source} was given no argument '{name}' of the kind {typeof(T).Name}.");
}
