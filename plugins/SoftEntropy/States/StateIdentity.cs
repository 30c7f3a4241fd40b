using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy.States;

/// <summary>What two states must share so that their sums may be added, as a text.</summary>
/// <remarks>The number of rows is not part of it: states of different files add up.</remarks>
internal static class StateIdentity
{
    /// <summary>Describes everything but the label sets.</summary>
    public static string Of(EstimationContext context, Temperature temperature, AnchorSet anchors) => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {context.Precision}, {context.Shape.Features} features, seed {context.Seed}, temperature {temperature.Value:R}, {anchors.Count} anchors sha256:{anchors.Hash}");

    /// <summary>Describes a label set.</summary>
    public static string Of(LabelSetInfo labelSet) => labelSet.IsNull
        ? $"label set '{labelSet.Name}' of {labelSet.Count} labels, null {labelSet.NullIndex} of '{labelSet.NullOf}'"
        : $"label set '{labelSet.Name}' of {labelSet.Count} labels";

    /// <summary>Gives the bytes that a saved state begins with.</summary>
    public static byte[] Header(string identity, IEnumerable<LabelSetInfo> labelSets) =>
        [.. StateFormat.Magic, .. Encoding.UTF8.GetBytes(string.Join('\n', [identity, .. labelSets.Select(OfSaved), ""]))];

    // Labels are numbered anew for each file, so across files only their names tell that a number means the same label.
    private static string OfSaved(LabelSetInfo labelSet)
    {
        var names = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', labelSet.LabelNames)));
        return $"{Of(labelSet)}, names sha256:{Convert.ToHexStringLower(names)[..16]}";
    }
}
