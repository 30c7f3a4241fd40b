namespace Infoscope.Formats;

/// <summary>A file of arrays or labels cannot be used.</summary>
/// <remarks>The message is one sentence: which file, what is wrong, what was found, what is allowed, what to do. Control characters in it are escaped.</remarks>
public sealed class ArrayFileException : IOException
{
    /// <summary>Makes the exception with its sentence.</summary>
    public ArrayFileException(string message)
        : base(Sentence.Of(message))
    {
    }

    /// <summary>Makes the exception with its sentence and what the system reported.</summary>
    public ArrayFileException(string message, Exception inner)
        : base(Sentence.Of(message), inner)
    {
    }
}
