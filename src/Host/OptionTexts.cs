namespace Infoscope.Host;

/// <summary>Reads --set ESTIMATOR.OPTION=VALUE.</summary>
internal static class OptionTexts
{
    private const string Flag = "--set", Form = "ESTIMATOR.OPTION=VALUE is needed, such as soft-entropy.anchors=200";

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
            if (Read(Flag, Form, text, chosen, verb, problems) is not { } option) continue;
            if (!options.TryGetValue(option.Id, out var own)) options[option.Id] = own = [];
            if (!own.TryAdd(option.Name, option.Value)) problems.Add($"{Flag} gives {option.Id}.{option.Name} twice; give it once.");
        }
    }

    /// <summary>Takes a text apart; null, and a problem, where it has another form or another estimator.</summary>
    /// <param name="flag">The option of the command line that it was given to.</param>
    /// <param name="form">What is needed instead of another form.</param>
    /// <param name="text">The text.</param>
    /// <param name="chosen">The estimators that options may be set for.</param>
    /// <param name="verb">What is done with these, such as compared.</param>
    /// <param name="problems">Takes the sentence.</param>
    public static (string Id, string Name, string Value)? Read(string flag, string form, string text, IReadOnlyList<string> chosen, string verb, List<string> problems)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var dot = equals < 0 ? -1 : text.IndexOf('.', 0, equals);
        if (dot <= 0)
        {
            problems.Add($"{flag} is '{text}'; {form}.");
            return null;
        }

        var id = text[..dot];
        if (chosen.Contains(id)) return (id, text[(dot + 1)..equals], text[(equals + 1)..]);
        problems.Add($"{flag} {text} is for '{id}', which is not {verb}; {Suggest.Sentence(id, chosen)}");
        return null;
    }
}
