namespace Infoscope.Samples.Tests.Running;

/// <summary>The labels of one label set; <paramref name="NullOf"/> makes it a null.</summary>
internal sealed record LabelColumn(string Name, int[] Labels, string? NullOf = null)
{
    public LabelSetInfo Info => new() { Name = Name, Count = Labels.DefaultIfEmpty(-1).Max() + 1, NullOf = NullOf };
}
