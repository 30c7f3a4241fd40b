namespace Infoscope.Conformance.Truths;

/// <summary>What a known task is there to show.</summary>
public enum TaskRole
{
    /// <summary>How near an estimator comes to a value between its bounds.</summary>
    Measure,

    /// <summary>What an estimator gives where the truth is zero.</summary>
    Null,

    /// <summary>Whether an estimator reaches a truth at the upper bound: the label entropy, or more than a few thousand rows can show.</summary>
    Ceiling,
}
