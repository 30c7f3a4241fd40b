namespace Infoscope.Engine.Studies;

/// <summary>A layer at a checkpoint in the information plane of Shwartz-Ziv and Tishby: what it holds of its input, and of the labels.</summary>
public sealed record InformationPoint
{
    /// <summary>Gets the row that I(X;T) is read from: a channel ceiling, or the entropy H(T).</summary>
    public required StudyRow Input { get; init; }

    /// <summary>Gets the row of I(T;Y).</summary>
    public required StudyRow Labels { get; init; }

    /// <summary>Gets how I(X;T) stands to its ceiling, and to ln n of its n rows: "saturated", "above ceiling", or neither.</summary>
    public required string InputMark { get; init; }

    /// <summary>Gets how I(T;Y) stands to its ceiling, whatever its null says.</summary>
    public required string LabelMark { get; init; }
}
