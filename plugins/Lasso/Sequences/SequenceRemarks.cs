namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>What a reader should know of the selection in one sequence.</summary>
[Flags]
internal enum SequenceRemarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The gap does not prove the solution.</summary>
    Uncertified = 1,

    /// <summary>Other weights may reach the same objective.</summary>
    NotUnique = 2,

    /// <summary>No penalty selects as many tokens as were asked for.</summary>
    FewerThanAsked = 4,

    /// <summary>The number of selected tokens jumps over the one asked for, and the heaviest were taken.</summary>
    CountJumps = 8,

    /// <summary>The last token is orthogonal to all others, to rounding.</summary>
    Orthogonal = 16,

    /// <summary>As many tokens are selected as there are features.</summary>
    SelectsAsManyAsFeatures = 32,

    /// <summary>There are as many distinct tokens before the last as features.</summary>
    HasAsManyAsFeatures = 64,

    /// <summary>Rounding may move a gain by more than a millionth of a nat.</summary>
    RoundsGains = 128,

    /// <summary>The last token pays no attention that counts.</summary>
    SilentAttention = 256,

    /// <summary>All of them.</summary>
    All = 511,
}
