namespace Infoscope.Host.Studying;

/// <summary>What a study is asked to do; null is not said.</summary>
internal sealed record StudyRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public IReadOnlyList<string>? Estimators { get; init; }

    public IReadOnlyList<string>? Quantities { get; init; }

    public IReadOnlyList<string>? LabelSets { get; init; }

    public IReadOnlyList<string> Sizes { get; init; } = [];

    public required string Format { get; init; }

    public required string Unit { get; init; }
}
