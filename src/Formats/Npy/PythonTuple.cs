namespace Infoscope.Formats;

/// <summary>A Python tuple, which is not a list.</summary>
internal sealed record PythonTuple(IReadOnlyList<object?> Items);
