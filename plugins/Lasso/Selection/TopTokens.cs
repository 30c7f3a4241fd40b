namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>A given number of tokens, chosen by walking down the penalties.</summary>
internal sealed record TopTokens
{
    /// <summary>Gets the solution that the tokens are taken from.</summary>
    public required LassoSolution Solution { get; init; }

    /// <summary>Gets the tokens, by falling magnitude of their weight; as many as asked for unless fewer exist.</summary>
    public required IReadOnlyList<int> Tokens { get; init; }

    /// <summary>Gets whether the solution selects just these.</summary>
    public required TopOutcome Outcome { get; init; }
}
