using System.Reflection;

namespace Infoscope.Measuring;

/// <summary>The checkout that a program was built from.</summary>
public static class Repository
{
    /// <summary>Gives the path of something in it.</summary>
    public static string PathOf(params string[] parts)
    {
        var root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "RepositoryRoot").Value!;
        return Path.Combine([root, .. parts]);
    }
}
