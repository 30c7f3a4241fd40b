using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.CodeAnalysis.CSharp;

namespace Infoscope.Loading;

/// <summary>What the SDK and the contract's build props add to a project: usings, the stamp, the version.</summary>
internal static class Preamble
{
    /// <summary>The name under which it is compiled.</summary>
    public const string Path = "Preamble.g.cs";

    /// <summary>The name under which the attributes that a file lacks are compiled.</summary>
    public const string VersionPath = "Version.g.cs";

    // Those of Microsoft.NET.Sdk.
    private static readonly string[] Usings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Gets the symbols that the SDK defines.</summary>
    public static IReadOnlyList<string> Symbols { get; } =
    [
        "TRACE", "RELEASE", "NET", "NETCOREAPP", Major("NET{0}_0"),
        .. Enumerable.Range(5, Environment.Version.Major - 4).Select(major => string.Create(CultureInfo.InvariantCulture, $"NET{major}_0_OR_GREATER")),
        .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(version => $"NETCOREAPP{version}_OR_GREATER"),
    ];

    /// <summary>Gets what every file is given.</summary>
    public static string Text { get; } = string.Concat(Usings.Select(space => $"global using {space};\n"))
        + $"[assembly: System.Reflection.AssemblyMetadata(\"{ContractVersion.StampKey}\", \"{ContractVersion.Host}\")]\n";

    /// <summary>Writes the attributes that a file does not give itself. The compilation is asked, because an alias may name them.</summary>
    public static string Missing(SourceFile source, CSharpCompilation compilation)
    {
        var given = compilation.Assembly.GetAttributes().Select(attribute => attribute.AttributeClass?.ToDisplayString()).ToHashSet();
        var lines = "";
        if (!given.Contains(typeof(TargetFrameworkAttribute).FullName)) lines += Major("[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v{0}.0\")]\n");
        if (!given.Contains(typeof(AssemblyInformationalVersionAttribute).FullName)) lines += $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{source.Version}\")]\n";
        return lines;
    }

    private static string Major(string format) => string.Format(CultureInfo.InvariantCulture, format, Environment.Version.Major);
}
