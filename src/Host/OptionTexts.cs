namespace Infoscope.Host;

/// <summary>Reads --set ESTIMATOR.OPTION=VALUE.</summary>
internal static class OptionTexts
{
    /// <summary>Adds the text of each option to those of its estimator; what cannot be is a problem.</summary>
    /// <param name="set">What was given.</param>
    /// <param name="options">Takes the texts by estimator and option.</param>
    /// <param name="chosen">The estimators that options may be set for.</param>
    /// <param name="verb">What is done with these, such as compared.</param>
    /// <param name="problems">Takes the sentences.</param>
    public static void Add(IReadOnlyList<string> set, Dictionary<string, Dictionary<string, string>> options, IReadOnlyList<string> chosen, string verb, List<string> problems)
    {
        foreach (var text in set)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var dot = equals < 0 ? -1 : text.IndexOf('.', 0, equals);
            if (dot <= 0)
            {
                problems.Add($"--set is '{text}'; ESTIMATOR.OPTION=VALUE is needed, such as soft-entropy.anchors=200.");
                continue;
            }

            var (id, name) = (text[..dot], text[(dot + 1)..equals]);
            if (!options.TryGetValue(id, out var own)) options[id] = own = [];
            if (!chosen.Contains(id)) problems.Add($"--set {text} is for '{id}', which is not {verb}; {Suggest.Sentence(id, chosen)}");
            else if (!own.TryAdd(name, text[(equals + 1)..])) problems.Add($"--set gives {id}.{name} twice; give it once.");
        }
    }
}
