namespace Infoscope.Conformance.Tests.Mutants;

/// <summary>A wrong estimator of the fixture, as the tables of its page describe it.</summary>
/// <param name="Id">The id.</param>
/// <param name="CaughtBy">The text that says which law has to catch it.</param>
/// <param name="IsDeadly">Whether it ends its process or hangs, so that it cannot be run here.</param>
internal sealed record Mutant(string Id, string CaughtBy, bool IsDeadly)
{
    /// <summary>Gets the law that has to catch it; null where the table names none.</summary>
    public Law? Law => CaughtBy.StartsWith('`') ? Enum.Parse<Law>(CaughtBy.Split('`')[1]) : null;

    /// <summary>Gets whether every law that it claims or owes has to catch it.</summary>
    public bool IsCaughtByEveryLaw => CaughtBy.StartsWith("every law", StringComparison.Ordinal);

    /// <summary>Gets whether its declarations have to be refused.</summary>
    public bool IsCaughtByItsDeclarations => CaughtBy.StartsWith("its declarations", StringComparison.Ordinal);
}
