namespace Infoscope.Host.Inputs;

/// <summary>A file of activations: where it is, what the user called it, and its checkpoint.</summary>
internal sealed record FoundFile
{
    public required string Path { get; init; }

    /// <summary>Gets the name of the set: the file's name as given, with {step} in the place of the checkpoint, so that checkpoints share it.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the text that stood for {step}; empty without one.</summary>
    public required string StepText { get; init; }

    /// <summary>Gets which arrays are wanted; null is every one that fits.</summary>
    public required string? Key { get; init; }

    /// <summary>Gets whether the file, or its arrays by a key, were named, so that one that does not fit is an error; those of a folder or a glob are left out.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>Gets the checkpoint, a number without leading zeros where it is one.</summary>
    public string Step => StepText.Length > 0 && StepText.All(char.IsAsciiDigit) ? StepText.TrimStart('0').PadLeft(1, '0') : StepText;
}
