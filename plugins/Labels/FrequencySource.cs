using System.Globalization;
using System.Numerics;

namespace Infoscope.Plugins.Labels;

/// <summary>Labels each row with how often its label occurs in another label set: once, 2 to 3 times, 4 to 7 times and so on, doubling.</summary>
/// <remarks><c>frequency:A</c>. All labelled rows of A are counted, whatever positions are compared. Buckets in which there are rows are numbered in ascending order. Cost: O(rows). No randomness.</remarks>
[LabelSource("frequency", Summary = "How often the label occurs in another label set: 1, 2-3, 4-7, 8-15 and so on.")]
[LabelArgument(0, Labels, LabelArgumentKind.LabelSet, Summary = "The name of the label set.")]
public sealed class FrequencySource : ILabelSource
{
    private const string Labels = "labels";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var labels = request.LabelSet(Labels);
        var powers = Array.ConvertAll(Derived.Counts(labels), count => count == 0 ? -1 : BitOperations.Log2((uint)count));
        int[] used = [.. powers.Where(power => power >= 0).Distinct().Order()];
        var buckets = Array.ConvertAll(powers, power => Array.IndexOf(used, power));
        return Derived.From([labels], labels.Shape, Derived.Replaced(labels, buckets), Array.ConvertAll(used, NameOf));
    }

    private static string NameOf(int power) => power == 0 ? "1" : string.Create(CultureInfo.InvariantCulture, $"{1L << power}-{(2L << power) - 1}");
}
