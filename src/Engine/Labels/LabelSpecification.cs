namespace Infoscope.Engine.Labels;

/// <summary>A label set as a user asks for it: a bare file, or a label source with its arguments as texts.</summary>
internal sealed record LabelSpecification
{
    /// <summary>Gets the specification as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the label source; null for a bare file.</summary>
    public LabelSourceEntry? Source { get; init; }

    /// <summary>Gets the text of each argument.</summary>
    public IReadOnlyDictionary<LabelArgumentAttribute, string> Arguments { get; init; } = new Dictionary<LabelArgumentAttribute, string>();

    /// <summary>Gets the names of the label sets that it is made from.</summary>
    public IEnumerable<string> DependsOn => Arguments
        .Where(argument => argument.Key.Kind is LabelArgumentKind.LabelSet or LabelArgumentKind.LabelSets)
        .SelectMany(argument => argument.Value.Split(','));

    /// <summary>Reads a specification.</summary>
    /// <exception cref="OptionException">An argument is missing or too much.</exception>
    public static LabelSpecification Parse(string text, IReadOnlyDictionary<string, LabelSourceEntry> sources)
    {
        // A word is at least two letters, so that C:\labels.npy is a drive.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !sources.TryGetValue(text[..colon], out var source)) return new LabelSpecification { Text = text };

        var rest = text[(colon + 1)..];
        var arguments = new Dictionary<LabelArgumentAttribute, string>();
        rest = TakeOptional(rest, source, arguments);
        var required = source.Arguments.Where(argument => !argument.Optional).ToArray();
        for (var i = 0; i < required.Length; i++)
        {
            // An array may contain colons, in a drive or before a key; it is last and takes all that is left.
            var isLast = i == required.Length - 1;
            var colonAfter = isLast ? -1 : rest.IndexOf(':', StringComparison.Ordinal);
            var end = colonAfter < 0 ? rest.Length : colonAfter;
            if (end == 0) throw new OptionException($"'{text}' does not fit {LabelSourceEntry.UsageOf(source)}; {required[i].Name} is missing.");
            arguments[required[i]] = rest[..end];
            rest = colonAfter < 0 ? "" : rest[(end + 1)..];
        }

        if (rest.Length > 0) throw new OptionException($"'{text}' does not fit {LabelSourceEntry.UsageOf(source)}; '{rest}' is too much.");
        return new LabelSpecification { Text = text, Source = source, Arguments = arguments };
    }

    private static string TakeOptional(string rest, LabelSourceEntry source, Dictionary<LabelArgumentAttribute, string> arguments)
    {
        while (rest.LastIndexOf(':') is var colon and >= 0)
        {
            var last = rest[(colon + 1)..];
            var argument = source.Arguments.FirstOrDefault(one => one.Optional && last.StartsWith(one.Name + "=", StringComparison.Ordinal));
            if (argument is null) break;
            if (arguments.ContainsKey(argument)) throw new OptionException($"'{source.Id}:...:{last}' gives {argument.Name} twice; give it once.");
            arguments[argument] = last[(argument.Name.Length + 1)..];
            rest = rest[..colon];
        }

        return rest;
    }
}
