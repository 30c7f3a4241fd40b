using Infoscope;

namespace TemplateSpace;

/// <summary>What a user can set: `--set template-id.unit=3`.</summary>
public sealed record TemplateClassOptions
{
    /// <summary>Gets the feature that is looked at.</summary>
    [Option("the feature that is looked at, counted from 0", Minimum = 0, Maximum = int.MaxValue)]
    public int Unit { get; init; }
}
