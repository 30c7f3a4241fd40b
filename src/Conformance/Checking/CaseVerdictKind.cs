namespace Infoscope.Conformance;

/// <summary>Whether a law holds in a case.</summary>
internal enum CaseVerdictKind
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold, but rounding alone moves the numbers as much.</summary>
    Rounds,

    /// <summary>It is falsified.</summary>
    Falsified,

    /// <summary>The estimator did what no estimator may, whatever it claims.</summary>
    Fault,

    /// <summary>The estimator refused the case.</summary>
    Refused,

    /// <summary>The case says nothing about the law.</summary>
    Silent,
}
