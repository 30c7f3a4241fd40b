using Infoscope.Compute;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine;

/// <summary>How a comparison is run; apart from <see cref="Threads"/>, <see cref="BlockRows"/>, <see cref="MemoryBytes"/>, <see cref="Shard"/> and <see cref="SavesStates"/>, which change no bit of a result, part of the result.</summary>
public sealed record ComparisonSettings
{
    /// <summary>The number of parts that rows are dealt into, whatever the number of threads.</summary>
    public const int Folds = 10;

    /// <summary>The most permutations of a label set; each takes memory and time of its own.</summary>
    public const int MostNulls = 10_000;

    /// <summary>The bytes that permuted label sets may take unless something else is said: 1 GiB.</summary>
    public const long DefaultMemoryBytes = 1L << 30;

    /// <summary>Gets the seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Gets the number of permuted label sets for each label set.</summary>
    public int Nulls { get; init; } = 20;

    /// <summary>Gets what changes places when labels are permuted; null leaves it to the data: sequences where there are enough of equal length, else rows.</summary>
    public NullUnit? NullUnit { get; init; }

    /// <summary>Gets label sets whose labels change places only among rows that share a label of another: what one knows beyond the other.</summary>
    public IReadOnlyDictionary<string, string> NullWithin { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the bytes that the permuted label sets may take at once; beyond them the rows are read again.</summary>
    public long MemoryBytes { get; init; } = DefaultMemoryBytes;

    /// <summary>Gets the ordered chains of label sets over which the entropy is shared out.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Chains { get; init; } = [];

    /// <summary>Gets the pairs of label sets whose information is compared.</summary>
    public IReadOnlyList<Optimality> Optimalities { get; init; } = [];

    /// <summary>Gets whether estimators whose values may depend on the scale of the rows are also run on doubled rows.</summary>
    public bool ProbesScale { get; init; } = true;

    /// <summary>Gets whether the states of the estimations are to be saved.</summary>
    public bool SavesStates { get; init; }

    /// <summary>Gets which part of the comparison is run.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Gets the number of worker threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the largest number of rows handed over at once to an estimator that streams.</summary>
    public int BlockRows { get; init; } = 512;

    /// <summary>Gets the precision; null takes the estimator's choice, or else the data's own.</summary>
    public Precision? Precision { get; init; }

    /// <summary>Gets whether rows per label, token or unit are wanted.</summary>
    public bool Items { get; init; }

    /// <summary>Gets the provider of the device that computes.</summary>
    public required IComputeProvider Provider { get; init; }

    /// <summary>Gets the device that computes.</summary>
    public required ComputeDevice Device { get; init; }

    /// <summary>Gets where estimators say what a user should know.</summary>
    public required IEstimationLog Log { get; init; }

    /// <summary>Gets the most elements that rows held at once may have; tests lower it.</summary>
    internal long LargestBuffer { get; init; } = Array.MaxLength;

    /// <summary>Gets the name and version of the host.</summary>
    public string Host { get; init; } = "";

    /// <summary>Gives the precision that an estimator is fed in: what it asks for, else what the user does, else that of the data.</summary>
    internal Precision PrecisionOf(InputRequirements needs, IActivationSource activations) => needs.Precision ?? Precision ?? activations.NativePrecision;
}
