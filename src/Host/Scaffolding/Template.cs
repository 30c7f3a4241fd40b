using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infoscope.Host.Scaffolding;

/// <summary>A template out of the folder <c>templates</c>, which the host carries: the files that <c>dotnet new</c> is given as well, with the names to put in.</summary>
internal sealed class Template
{
    private const string Configuration = ".template.config/template.json";

    // Packing the templates puts in the same version.
    private const string VersionToken = "INFOSCOPE_VERSION";

    private readonly IReadOnlyList<TemplateFile> files;
    private readonly JsonElement symbols;
    private readonly NameForms forms;

    private Template(IReadOnlyList<TemplateFile> files, JsonElement configuration)
    {
        this.files = files;
        symbols = configuration.GetProperty("symbols");
        forms = new NameForms(configuration.GetProperty("forms"));
    }

    /// <summary>Reads the template in a folder of <c>templates/content</c>.</summary>
    public static Template Load(string folder)
    {
        var assembly = typeof(Template).Assembly;
        var prefix = $"templates/{folder}/";
        // On Windows the build names them with backslashes.
        var files = assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new TemplateFile(file.Path[prefix.Length..], Text(file.Resource)))
            .ToArray();
        using var configuration = JsonDocument.Parse(files.Single(file => file.Path == Configuration).Text);
        return new Template([.. files.Where(file => file.Path != Configuration)], configuration.RootElement.Clone());

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Gives what a symbol of template.json, such as <c>id</c>, becomes for a name.</summary>
    public string ValueOf(string symbol, string name) => forms.Apply(symbols.GetProperty(symbol).GetProperty("valueTransform").GetString()!, name);

    /// <summary>Gives the files for a name, in order of their paths.</summary>
    public IReadOnlyList<TemplateFile> Fill(string name)
    {
        var inTexts = Tokens("replaces", name).Append((VersionToken, HostVersion.Number)).ToDictionary();
        var inPaths = Tokens("fileRename", name).ToDictionary();
        return [.. files.Select(file => new TemplateFile(Replace(file.Path, inPaths), Replace(file.Text, inTexts)))];
    }

    // All at once, so that a name that holds a token stays as it is.
    private static string Replace(string text, Dictionary<string, string> values) => Regex.Replace(text, string.Join('|', values.Keys.Select(Regex.Escape)), token => values[token.Value]);

    private IEnumerable<(string Token, string Value)> Tokens(string property, string name) =>
        from symbol in symbols.EnumerateObject()
        where symbol.Value.TryGetProperty(property, out _)
        select (symbol.Value.GetProperty(property).GetString()!, ValueOf(symbol.Name, name));
}
