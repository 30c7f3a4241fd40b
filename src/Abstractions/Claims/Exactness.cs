namespace Infoscope;

/// <summary>In which sense an estimator claims a law.</summary>
public enum Exactness
{
    /// <summary>An identity or inequality of the estimate itself; one counterexample beyond rounding falsifies it.</summary>
    Exact,

    /// <summary>Exact when the estimator's own randomness is transformed together with the input.</summary>
    InDistribution,

    /// <summary>Holds at a given number of rows up to sampling error.</summary>
    Statistical,

    /// <summary>Holds in the limit of many rows.</summary>
    Asymptotic,
}
