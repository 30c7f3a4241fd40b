namespace Infoscope.Analyzers;

/// <summary>The blocks of rules, each a thousand ids.</summary>
internal static class RuleCategory
{
    /// <summary>ISC1xxx.</summary>
    public const string Units = "Units";

    /// <summary>ISC2xxx.</summary>
    public const string Contract = "Contract";

    /// <summary>ISC3xxx.</summary>
    public const string Reproducibility = "Reproducibility";

    /// <summary>ISC4xxx.</summary>
    public const string Numerics = "Numerics";
}
