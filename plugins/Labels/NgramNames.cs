using System.Collections;
using System.Globalization;

namespace Infoscope.Plugins.Labels;

/// <summary>The name of each n-gram, its token ids with spaces between, oldest first; written when it is asked for.</summary>
internal sealed class NgramNames(NumericArray tokens, int order, int[] firstEnds) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => firstEnds.Length;

    /// <inheritdoc/>
    public string this[int index]
    {
        get
        {
            var end = firstEnds[index];
            var texts = new string[order];
            for (var i = 0; i < order; i++) texts[i] = tokens.Integers[end - order + 1 + i].ToString(CultureInfo.InvariantCulture);
            return string.Join(' ', texts);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
