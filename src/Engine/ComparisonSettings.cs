using Infoscope.Compute;

namespace Infoscope.Engine;

/// <summary>How a comparison is run; apart from <see cref="Threads"/> and <see cref="BlockRows"/>, which change no bit of a result, part of the result.</summary>
public sealed record ComparisonSettings
{
    /// <summary>The number of parts that rows are dealt into, whatever the number of threads.</summary>
    public const int Folds = 10;

    /// <summary>Gets the seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Gets the number of permuted label sets for each label set.</summary>
    public int Nulls { get; init; } = 20;

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
}
