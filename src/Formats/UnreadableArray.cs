namespace Infoscope.Formats;

/// <summary>A member of a file that is there but cannot be read, such as an object array beside others in a .npz.</summary>
public sealed record UnreadableArray
{
    /// <summary>Gets the name of the member.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the sentence that says why and what to do.</summary>
    public required string Reason { get; init => field = Sentence.Of(value); }
}
