namespace Infoscope.Engine.Studies;

/// <summary>A model of known size, and what an estimator says of it.</summary>
public sealed record SizedModel
{
    /// <summary>Gets the size, such as a number of parameters; positive.</summary>
    public required double Size { get; init; }

    /// <summary>Gets the row; its value is positive.</summary>
    public required StudyRow Row { get; init; }
}
