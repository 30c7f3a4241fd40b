namespace Infoscope;

/// <summary>What the rows of an estimator must be.</summary>
/// <remarks>Since contract 1.4.</remarks>
public enum RowKind
{
    /// <summary>Any numbers.</summary>
    Any = 0,

    /// <summary>Numbers of at least 0, such as the codes of a sparse autoencoder.</summary>
    NonNegative = 1,

    /// <summary>Numbers of at least 0 that sum to one, such as attention or a softmax.</summary>
    Distribution = 2,
}
