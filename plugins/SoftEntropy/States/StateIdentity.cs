using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy.States;

/// <summary>What two states must share so that their sums may be added, as a text.</summary>
/// <remarks>The number of rows is not part of it: states of different files add up. The mean row is, so files that are centred apart do not.</remarks>
internal static class StateIdentity
{
    /// <summary>Describes everything but the label sets.</summary>
    public static string Of(EstimationContext context, Temperature temperature, AnchorDraws anchors, RowCentre? centre)
    {
        var layout = anchors.Layout;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"precision {context.Precision}, {context.Shape.Features} features, seed {context.Seed}, temperature {temperature.Value:R}");
        text.Append(CultureInfo.InvariantCulture, $", {layout.Anchors} anchors sha256:{anchors.Hash}");
        if (layout.Subspaces > 1) text.Append(CultureInfo.InvariantCulture, $", {layout.Subspaces} subspaces");
        if (layout.Draws > 1) text.Append(CultureInfo.InvariantCulture, $", {layout.Draws} draws");
        if (centre is not null) text.Append(CultureInfo.InvariantCulture, $", less the mean row sha256:{centre.Hash}");
        return text.ToString();
    }

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
