namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>What becomes of a row; of several subspaces' the largest decides.</summary>
internal enum RowFate
{
    /// <summary>It has a direction and is used.</summary>
    Used,

    /// <summary>Every feature of a subspace is 0, so it has no direction there; it is left out and counted.</summary>
    Zero,

    /// <summary>It holds a NaN or an infinity; it is left out and counted.</summary>
    NonFinite,
}
