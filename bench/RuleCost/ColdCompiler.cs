using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infoscope.RuleCost;

/// <summary>Runs csc as a build of the plugin's project does without a compiler server, beside the analyzers and generators of the SDK.</summary>
internal sealed partial class ColdCompiler : IDisposable
{
    private static readonly string[] RuleFiles = ["Infoscope.Analyzers.dll", "Infoscope.CodeFixes.dll"];

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-rule-cost-").FullName;
    private readonly string compiler;

    public ColdCompiler(PluginSource plugin)
    {
        for (var i = 0; i < plugin.Files.Count; i++) File.Copy(plugin.Files[i], Path.Combine(folder, $"{i:000}-{Path.GetFileName(plugin.Files[i])}"));
        File.WriteAllText(Path.Combine(folder, "Plugin.csproj"), Project);
        DotNet("restore");
        const string build = "build -c Release --no-restore -t:Compile -p:ProvideCommandLineArgs=true -p:SkipCompilerExecution=true";
        var answer = JsonDocument.Parse(DotNet($"{build} -getItem:CscCommandLineArgs -getProperty:RoslynAssembliesPath")).RootElement;
        compiler = Path.Combine(answer.GetProperty("Properties").GetProperty("RoslynAssembliesPath").GetString()!, "csc.dll");
        string[] arguments = [.. answer.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).Where(argument => argument != "/noconfig").Select(Quoted)];
        File.WriteAllLines(Path.Combine(folder, "with.rsp"), arguments);
        File.WriteAllLines(Path.Combine(folder, "without.rsp"), arguments.Where(argument => !RuleFiles.Any(argument.Contains)));
    }

    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(IEstimator).Assembly.Location}" />
            {string.Concat(RuleFiles.Select(file => $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, file)}\" />"))}
          </ItemGroup>
        </Project>
        """;

    public Cost Run(bool withRules) => Run(withRules, "").Cost;

    /// <summary>Gives what the compiler says that the rules took, and what is left of the run: on one thread, so that nothing is counted while it waits for another.</summary>
    public Pair ReportOnRules()
    {
        var (cost, text) = Run(withRules: true, " /reportanalyzer /parallel-");
        var found = SecondsOfRules().Match(text);
        if (!found.Success) throw new InvalidOperationException($"csc reports nothing about the rules: {text}");
        var rules = double.Parse(found.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        return new(new(cost.WallSeconds - rules, double.NaN), new(cost.WallSeconds, double.NaN));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Quoted(string argument) => argument.Contains(' ') && !argument.Contains('"') ? $"\"{argument}\"" : argument;

    // Of the processes that this one has waited for; a finished process on Linux no longer tells itself.
    private static double ChildSeconds()
    {
        const int ticksPerSecond = 100;
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / (double)ticksPerSecond;
    }

    private (Cost Cost, string Output) Run(bool withRules, string also)
    {
        var before = OperatingSystem.IsLinux() ? ChildSeconds() : 0;
        var watch = Stopwatch.StartNew();
        using var process = Start($"exec \"{compiler}\" /noconfig @{(withRules ? "with" : "without")}.rsp{also}");
        var output = Finish(process);
        var wall = watch.Elapsed.TotalSeconds;
        if (output.Contains("warning ISC", StringComparison.Ordinal)) throw new InvalidOperationException($"the plugin is measured only where nothing is found: {output}");
        return (new(wall, OperatingSystem.IsLinux() ? ChildSeconds() - before : process.TotalProcessorTime.TotalSeconds), output);
    }

    private string DotNet(string arguments)
    {
        using var process = Start(arguments);
        return Finish(process);
    }

    private Process Start(string arguments) => Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
    })!;

    private static string Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{process.StartInfo.Arguments} ended with {process.ExitCode}: {output}");
    }

    [GeneratedRegex(@"(?<seconds>[0-9.]+) +<?[0-9]+ +Infoscope\.Analyzers, ")]
    private static partial Regex SecondsOfRules();
}
