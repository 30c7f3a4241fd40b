using System.Text.RegularExpressions;
using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests;

/// <summary>The program in the README of the engine: an application that embeds it, which is no plugin.</summary>
[Collection(PackedCollection.Name)]
public sealed class EmbeddingTests(PackedPackages packages)
{
    [Fact]
    public void TheProgramOfTheReadmePrintsWhatItSaysAndIsNotTakenForAPlugin()
    {
        var readme = File.ReadAllText(Repository.PathOf(typeof(EmbeddingTests).Assembly, "src", "Engine", "README.md"));
        var program = packages.NewSandbox();
        program.Write("Program.cs", Regex.Match(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        program.Write("Program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Infoscope.Engine" Version="{PackedPackages.Version}" />
              </ItemGroup>
            </Project>
            """);

        // It writes to the console, which the rules forbid a plugin.
        var built = program.Build("Program.csproj").Done();
        Assert.DoesNotContain("ISC", built.Output, StringComparison.Ordinal);
        Assert.False(AssemblyFile.IsStamped(program.Bytes("bin", "Release", "net10.0", "Program.dll")));

        var said = Regex.Match(readme, "It prints `(.*?)`").Groups[1].Value;
        Assert.Equal($"{said}\n", program.Run("dotnet", "bin/Release/net10.0/Program.dll").Done().Output.ReplaceLineEndings("\n"));
    }
}
