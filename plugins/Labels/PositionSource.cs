using System.Globalization;

namespace Infoscope.Plugins.Labels;

/// <summary>Labels each row with its position in its sequence, counted from 0.</summary>
/// <remarks><c>position:TOKENS[:width=W]</c>, TOKENS being any array of shape (sequences, length), or (length) for one sequence; W neighbouring positions share a label. Cost: O(positions). No randomness.</remarks>
[LabelSource("position", Summary = "The position in the sequence, counted from 0.")]
[LabelArgument(0, Tokens, LabelArgumentKind.Array, Summary = "Any array of shape (sequences, length) or (length).")]
[LabelArgument(1, Width, LabelArgumentKind.Count, Optional = true, Summary = "The number of neighbouring positions that share a label, 1 by default.")]
public sealed class PositionSource : ILabelSource
{
    private const string Tokens = "tokens", Width = "width";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tokens = request.Array(Tokens);
        if (tokens.Shape.Count is not (1 or 2) || tokens.Length == 0)
        {
            throw new ActivationShapeException(
                $"{request.Source}: {tokens.Source} has shape {ArrayShape.Text(tokens.Shape)}; positions are counted in an array of shape (sequences, length), or (length) for one sequence, with at least one element.");
        }

        var width = request.Has(Width) ? request.Count(Width) : 1;
        if (width < 1) throw new OptionException($"{request.Source}: width is {width}; a label is of at least 1 position.");
        var length = tokens.Shape[^1];
        var ids = new int[tokens.Length];
        for (var row = 0; row < ids.Length; row++) ids[row] = (int)(row % length / width);
        var names = new string[(length - 1) / width + 1];
        for (var label = 0; label < names.Length; label++)
        {
            var first = label * width;
            // Subtracted rather than added, so that no width is too large.
            var last = length - first > width ? first + width - 1 : length - 1;
            names[label] = width == 1 ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
        }

        return new LabelSet(tokens.Shape, ids, names) { IsSequenceDerived = true };
    }
}
