namespace Infoscope.Fixtures.Common;

/// <summary>What the library of version 1 does not have.</summary>
public sealed class Book
{
    public int Edition => Library.VersionTwo;
}
