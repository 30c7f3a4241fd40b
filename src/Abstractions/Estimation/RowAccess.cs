namespace Infoscope;

/// <summary>How an estimator wants its rows.</summary>
public enum RowAccess
{
    /// <summary>One block after another, of any size.</summary>
    Stream,

    /// <summary>One sequence per call of <see cref="IEstimation.Observe"/>.</summary>
    WholeSequences,

    /// <summary>Exactly one call, with all rows, or with a seeded subsample of them when there are more than <see cref="InputRequirements.MaximumRows"/>.</summary>
    AllRows,
}
