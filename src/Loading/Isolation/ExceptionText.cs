namespace Infoscope.Loading;

/// <summary>Exceptions as text, so that none of them has to be kept.</summary>
internal static class ExceptionText
{
    private const int LongestMessage = 300;

    /// <summary>Gives the message on one line that ends with a full stop.</summary>
    public static string OneLine(Exception error)
    {
        string message;
        try
        {
            message = error.Message;
        }
        catch (Exception second)
        {
            // Message is virtual, and the exception may be a plugin's.
            message = $"its message could not be read, which threw {second.GetType().Name}";
        }

        message = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (message.Length > LongestMessage) message = message[..LongestMessage] + "...";
        return message.EndsWith('.') ? message : message + ".";
    }
}
