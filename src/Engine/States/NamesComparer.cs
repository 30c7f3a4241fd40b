namespace Infoscope.Engine.States;

/// <summary>Tells whether two lists hold the same names in the same order.</summary>
internal sealed class NamesComparer : IEqualityComparer<IReadOnlyList<string>>
{
    public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y, StringComparer.Ordinal));

    public int GetHashCode(IReadOnlyList<string> obj) => obj.Count;
}
