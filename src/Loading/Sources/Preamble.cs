using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Loading;

/// <summary>What the SDK and the contract's build props add to a project: usings, the stamp, the version.</summary>
internal static class Preamble
{
    /// <summary>The name under which it is compiled.</summary>
    public const string Path = "Preamble.g.cs";

    // Those of Microsoft.NET.Sdk.
    private static readonly string[] Usings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Gets the symbols that the SDK defines.</summary>
    public static IReadOnlyList<string> Symbols { get; } =
    [
        "TRACE", "RELEASE", "NET", "NETCOREAPP", Major("NET{0}_0"),
        .. Enumerable.Range(5, Environment.Version.Major - 4).Select(major => string.Create(CultureInfo.InvariantCulture, $"NET{major}_0_OR_GREATER")),
        .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(version => $"NETCOREAPP{version}_OR_GREATER"),
    ];

    /// <summary>Writes it for a file.</summary>
    public static string Of(SourceFile source, CompilationUnitSyntax root)
    {
        var lines = Usings.Select(space => $"global using {space};").ToList();
        lines.Add($"[assembly: System.Reflection.AssemblyMetadata(\"{ContractVersion.StampKey}\", \"{ContractVersion.Host}\")]");
        if (!Gives(root, "TargetFramework")) lines.Add(Major("[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v{0}.0\")]"));
        if (!Gives(root, "AssemblyInformationalVersion")) lines.Add($"[assembly: System.Reflection.AssemblyInformationalVersion(\"{source.Version}\")]");
        return string.Join('\n', lines) + "\n";
    }

    private static string Major(string format) => string.Format(CultureInfo.InvariantCulture, format, Environment.Version.Major);

    private static bool Gives(CompilationUnitSyntax root, string attribute) => root.AttributeLists
        .Where(list => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) ?? false)
        .SelectMany(list => list.Attributes)
        .Select(one => one.Name.ToString().Split('.', ':')[^1].Trim())
        .Any(name => name == attribute || name == attribute + "Attribute");
}
