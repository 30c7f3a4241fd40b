namespace Infoscope.Host.Inputs;

/// <summary>An array that was passed over, and why.</summary>
internal sealed record LeftOut(string Key, IReadOnlyList<long> Shape, string Reason)
{
    public override string ToString() => Shape.Count == 0 ? Reason : $"{Key} of shape {ArrayShape.Text(Shape)} {Reason}";
}
