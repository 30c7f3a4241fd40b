namespace Infoscope.Plugins.Labels.Tests;

/// <summary>The definition of n-gram labels, word for word: windows written as text and numbered by a dictionary of texts.</summary>
internal static class Oracle
{
    /// <summary>Gives the label of each position and the name of each label.</summary>
    internal static (int[] Labels, string[] Names) Of(TokenCase value, bool following)
    {
        var numbers = new Dictionary<string, int>();
        var labels = new List<int>();
        foreach (var sequence in value.Sequences)
        {
            for (var position = 0; position < sequence.Length; position++)
            {
                var first = following ? position + 1 : position - value.Order + 1;
                var last = first + value.Order - 1;
                var inside = first >= 0 && last < sequence.Length;
                var window = inside ? sequence[first..(last + 1)] : [];
                if (!inside || (value.Pad is { } pad && window.Contains(pad)))
                {
                    labels.Add(-1);
                    continue;
                }

                var name = string.Join(' ', window);
                numbers.TryAdd(name, numbers.Count);
                labels.Add(numbers[name]);
            }
        }

        return ([.. labels], [.. numbers.Keys]);
    }
}
