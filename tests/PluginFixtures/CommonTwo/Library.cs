namespace Infoscope.Fixtures.Common;

/// <summary>A library of which two plugins carry different versions.</summary>
public static class Library
{
    public static int VersionTwo => 2;
}
