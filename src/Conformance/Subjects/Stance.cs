namespace Infoscope.Conformance;

/// <summary>What an estimator says of a law.</summary>
public enum Stance
{
    /// <summary>Every estimator owes it.</summary>
    Required,

    /// <summary>It claims the law.</summary>
    Claimed,

    /// <summary>It says that the law does not hold, and why.</summary>
    Disclaimed,

    /// <summary>It says nothing.</summary>
    Unmentioned,
}
