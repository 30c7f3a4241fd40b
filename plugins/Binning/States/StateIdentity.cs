using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoscope.Plugins.Binning.Grids;

namespace Infoscope.Plugins.Binning.States;

/// <summary>What two states must share so that their counts may be added, as a text.</summary>
/// <remarks>
/// The number of rows is not part of it: states of different files add up. The grid is, so files whose grids were found apart do not. The seed is not: it decides the sample that quantiles are of,
/// which the grid has in it, and nothing else.
/// </remarks>
internal static class StateIdentity
{
    /// <summary>Describes everything but the label sets.</summary>
    public static string Of(EstimationContext context, BinningOptions options, Grid? grid)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"precision {context.Precision}, {context.Shape.Features} features, mode {options.Mode}, correction {options.Correction}");
        if (grid is not null) text.Append(CultureInfo.InvariantCulture, $", {options.Grid} grid of {grid}");
        if (options.Alphabet is { } alphabet) text.Append(CultureInfo.InvariantCulture, $", alphabet {alphabet:R}");
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
