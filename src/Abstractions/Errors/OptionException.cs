namespace Infoscope;

/// <summary>An option or an argument of a plugin has a value that is not allowed.</summary>
public sealed class OptionException : ArgumentException
{
    /// <summary>Makes the exception with one sentence: which option, its value, what is allowed.</summary>
    public OptionException(string message)
        : base(message)
    {
    }
}
