namespace Infoscope;

/// <summary>The laws that an estimator may claim or disclaim; Y is a label set, Z the representation.</summary>
public enum Law
{
    /// <summary>I(Y;Z) is at least 0.</summary>
    NonNegative,

    /// <summary>I(Y;Z) is at most the plug-in entropy H(Y) of the labels.</summary>
    AtMostLabelEntropy,

    /// <summary>I(Y;Z) is at most the same estimator's H(Z).</summary>
    AtMostOwnEntropy,

    /// <summary>I(Y;Z) is at most the information of all-distinct labels under the estimator's channel.</summary>
    ChannelCeiling,

    /// <summary>I(Y;Z) is the Jensen-Shannon divergence of the label-conditional distributions, weighted by label frequency.</summary>
    JsdIdentity,

    /// <summary>A Jensen-Shannon divergence of K distributions lies between 0 and ln K.</summary>
    JsdRange,

    /// <summary>A refinement of the labels never lowers I(Y;Z).</summary>
    LabelRefinementMonotone,

    /// <summary>I(Y1,Y2;Z) = I(Y1;Z) + sum over y1 of p(y1) I(Y2;Z|y1).</summary>
    ChainRule,

    /// <summary>I(X;Z) = I(Z;X).</summary>
    Symmetric,

    /// <summary>The order of the rows does not matter.</summary>
    SamplePermutation,

    /// <summary>The names of the labels do not matter.</summary>
    LabelRenaming,

    /// <summary>The order of the features does not matter.</summary>
    DimensionPermutation,

    /// <summary>Rotations and reflections of the rows do not matter.</summary>
    Isometry,

    /// <summary>A shift of all rows does not matter.</summary>
    Translation,

    /// <summary>A positive factor common to all rows does not matter.</summary>
    GlobalScale,

    /// <summary>A positive factor of each row does not matter.</summary>
    PerSampleScale,

    /// <summary>An invertible linear map of the rows does not matter.</summary>
    InvertibleLinear,

    /// <summary>A strictly monotone map of each feature does not matter.</summary>
    MonotonePerDimension,

    /// <summary>An invertible map of the rows does not matter.</summary>
    AnyInvertible,

    /// <summary>A function of the labels never has more information than the labels.</summary>
    DataProcessingLabels,

    /// <summary>A function of the representation never has more information than the representation.</summary>
    DataProcessingRepresentation,

    /// <summary>Independent parts add.</summary>
    AdditiveIndependent,

    /// <summary>Shuffled labels have no information once the mean of other shuffles is subtracted.</summary>
    ZeroUnderShuffle,

    /// <summary>Repeating the whole data set does not matter.</summary>
    ReplicationInvariant,

    /// <summary>Batches of any size, and states merged in any order, give what one pass gives.</summary>
    Mergeable,

    /// <summary>The same seed gives the same bits for any number of threads and any size of block, whatever ran before. Required of every estimator.</summary>
    Deterministic,

    /// <summary>No estimate exceeds the ceiling it states.</summary>
    DeclaredCeiling,

    /// <summary>The stated null bias is the mean over shuffled labels.</summary>
    DeclaredNullBias,

    /// <summary>Every amount of a result is of one unit: value, ceiling, floor and scale of one kind, information in nats. Required of every estimator.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    UnitConversion,

    /// <summary>One row, one feature, one label, equal rows, zero rows and rows that are not finite give a finite value, a count of what was left out, or a typed refusal. Required of every estimator.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    DegenerateInputs,

    /// <summary>What an estimator is given is as it was when it is done. Required of every estimator.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    InputUnchanged,

    /// <summary>An estimation whose cancellation was requested ends by saying so. Required of every estimator.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    CancellationObeyed,

    /// <summary>An estimation that was disposed leaves no memory behind. Required of every estimator.</summary>
    /// <remarks>Since contract 1.3.</remarks>
    MemoryReleased,
}
