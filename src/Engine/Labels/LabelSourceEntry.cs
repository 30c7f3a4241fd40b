namespace Infoscope.Engine.Labels;

/// <summary>A label source as the resolver uses it.</summary>
public sealed record LabelSourceEntry
{
    /// <summary>Gets the word that starts its specifications.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its arguments in order.</summary>
    public required IReadOnlyList<LabelArgumentAttribute> Arguments { get; init; }

    /// <summary>Gets what makes the source; called when a specification first names it.</summary>
    public required Func<ILabelSource> Make { get; init; }

    /// <summary>Writes how a label source is used, such as <c>ngram:ORDER:TOKENS[:pad=PAD]</c>.</summary>
    public static string UsageOf(LabelSourceEntry source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Id + string.Concat(source.Arguments
            .OrderBy(argument => argument.Optional)
            .Select(argument => argument.Optional ? $"[:{argument.Name}={argument.Name.ToUpperInvariant()}]" : $":{argument.Name.ToUpperInvariant()}"));
    }
}
