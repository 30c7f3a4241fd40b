using System.Text.RegularExpressions;
using Infoscope.Conformance;

namespace Infoscope.Host.Scaffolding;

/// <summary>Which names a new plugin may have: those that make C# names and ids, and hide nothing that its code needs.</summary>
internal static partial class PluginName
{
    private const int Shortest = 2, Longest = 64;

    private static readonly string[] Roots = ["Infoscope", "System", "Microsoft", "Xunit"];

    // What the code and the tests of a new plugin name without more words: the contract, the battery, and what implicit usings bring.
    private static readonly Type[] InUse = [typeof(IEstimator), typeof(Compute.ComputeSession), typeof(Subject), typeof(object), typeof(List<>), typeof(Stream), typeof(Enumerable), typeof(Thread), typeof(Task)];

    private static readonly string[] OfXunit = ["Assert", "Fact", "Theory", "CollectionBehavior"];

    /// <summary>Says why a name cannot be taken, one sentence; null when it can.</summary>
    public static string? WhyNot(string name, Template template)
    {
        if (name.Length is < Shortest or > Longest || !Allowed().IsMatch(name))
        {
            var shown = name.Length > Longest ? $"{name[..Longest]}..." : name;
            return $"'{shown}' cannot be the name of a plugin: allowed are ASCII letters and digits, in words joined by single hyphens and parts joined by single dots, each part starting with a letter, {Shortest} to {Longest} characters in all, such as Acme.Knn or my-estimator.";
        }

        if (Device().IsMatch(name)) return $"'{name}' cannot be the name of a plugin: Windows keeps {name.Split('.')[0]} for a device, and can hold no file or folder of that name; give another name.";
        var stem = template.ValueOf("class", name);
        string[] words = [.. template.ValueOf("namespace", name).Split('.'), $"{stem}Estimator", $"{stem}Estimation", $"{stem}Options"];
        var hidden = words.Select(Hidden).FirstOrDefault(what => what is not null);
        return hidden is null ? null : $"'{name}' cannot be the name of a plugin: code in it could no longer say {hidden}; give another name.";
    }

    private static string? Hidden(string word)
    {
        if (Roots.Contains(word)) return $"{word} for the namespace {word}";
        if (OfXunit.Contains(word)) return $"{word} for Xunit.{word}";
        var types = InUse.Select(one => one.Assembly).Distinct().SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.IsNested && InUse.Any(one => one.Namespace == type.Namespace));
        return types.Where(type => type.Name.Split('`')[0] is var known && (known == word || known == word + nameof(Attribute))).Select(type => $"{word} for {type.Namespace}.{type.Name.Split('`')[0]}").FirstOrDefault();
    }

    // With whatever comes after a dot.
    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Device();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*(\.[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
