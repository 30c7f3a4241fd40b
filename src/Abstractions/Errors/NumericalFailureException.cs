namespace Infoscope;

/// <summary>A computation has no finite or trustworthy answer on this input.</summary>
public sealed class NumericalFailureException : ArithmeticException
{
    /// <summary>Makes the exception with one sentence: what failed, on what, what to do.</summary>
    public NumericalFailureException(string message)
        : base(message)
    {
    }
}
