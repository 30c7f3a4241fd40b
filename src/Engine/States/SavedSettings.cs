using Infoscope.Engine.Derived;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.States;

/// <summary>The settings of a comparison that change its result.</summary>
public sealed record SavedSettings
{
    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the number of permutations.</summary>
    public required int Nulls { get; init; }

    /// <summary>Gets what changes places; null leaves it to the data.</summary>
    public required NullUnit? NullUnit { get; init; }

    /// <summary>Gets label sets permuted within another.</summary>
    public required IReadOnlyDictionary<string, string> NullWithin { get; init; }

    /// <summary>Gets whether rows per label, token or unit are wanted.</summary>
    public required bool Items { get; init; }

    /// <summary>Gets the device.</summary>
    public required string Device { get; init; }

    /// <summary>Gets the ordered chains of label sets.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Chains { get; init; }

    /// <summary>Gets the pairs of label sets whose information is compared.</summary>
    public required IReadOnlyList<Optimality> Optimalities { get; init; }

    /// <summary>Gets the axes along which differences are taken.</summary>
    public required IReadOnlyList<DifferenceAxis> Differences { get; init; }

    /// <summary>Gets the quantities to report; null is all.</summary>
    public required IReadOnlyList<string>? Quantities { get; init; }

    /// <summary>Keeps of the settings what changes the result, with what is reported of it.</summary>
    public static SavedSettings Of(ComparisonSettings settings, IReadOnlyList<string>? quantities, IReadOnlyList<DifferenceAxis> differences)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SavedSettings
        {
            Seed = settings.Seed,
            Nulls = settings.Nulls,
            NullUnit = settings.NullUnit,
            NullWithin = settings.NullWithin,
            Items = settings.Items,
            Device = settings.Device.Id,
            Chains = settings.Chains,
            Optimalities = settings.Optimalities,
            Differences = differences,
            Quantities = quantities,
        };
    }
}
