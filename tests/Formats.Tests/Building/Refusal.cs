namespace Infoscope.Formats.Tests;

/// <summary>Asks for a refusal in one sentence.</summary>
internal static class Refusal
{
    /// <summary>Runs an action that must be refused and checks that the message names the file and says each of the given things, in one line that ends as a sentence does.</summary>
    public static void Says(string path, Action action, params string[] parts)
    {
        var message = Assert.Throws<ArrayFileException>(action).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        foreach (var part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Matches(@"[.?]$", message);
    }

    public static void OfOpening(string path, params string[] parts) => Says(path, () => ArrayFile.Open(path).Dispose(), parts);
}
