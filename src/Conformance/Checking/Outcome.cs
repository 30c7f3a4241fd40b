namespace Infoscope.Conformance;

/// <summary>What came of testing a law.</summary>
public enum Outcome
{
    /// <summary>Owed or claimed, and it held in every case.</summary>
    Passed,

    /// <summary>Owed or claimed, and falsified, or never tested at all; or an expected failure that did not happen.</summary>
    Failed,

    /// <summary>Falsified as expected: disclaimed, or listed among the expected failures.</summary>
    Expected,

    /// <summary>Disclaimed, and never falsified: the estimator may be better than it says.</summary>
    NeverFalsified,

    /// <summary>Not spoken of, and it held in every case.</summary>
    Held,

    /// <summary>Not spoken of, and falsified.</summary>
    Broken,

    /// <summary>It cannot be tested on this estimator.</summary>
    NotApplicable,
}
