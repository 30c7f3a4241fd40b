namespace Infoscope.Conformance.Generators;

/// <summary>The values that the rows of a sample may take, those of shrunk samples too.</summary>
public enum SampleDomain
{
    /// <summary>Any finite values of which the squares, summed over a sample, are finite.</summary>
    Any,

    /// <summary>Rows of norm 1e-3 to 1e3, and zero rows.</summary>
    Moderate,

    /// <summary>Multiples of 1/16 of magnitude at most 64, so that sums, differences and shifts by such multiples are exact.</summary>
    Dyadic,
}
