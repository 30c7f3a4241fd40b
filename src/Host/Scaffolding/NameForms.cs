using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infoscope.Host.Scaffolding;

/// <summary>The forms of a name as template.json defines them: as many of the template engine's as the templates use.</summary>
internal sealed class NameForms(JsonElement forms)
{
    /// <summary>Gives a name in a form.</summary>
    public string Apply(string form, string name)
    {
        var definition = forms.GetProperty(form);
        string Text(string property) => definition.GetProperty(property).GetString()!;
        return Text("identifier") switch
        {
            "identity" => name,
            "replace" => Regex.Replace(name, Text("pattern"), Text("replacement"), RegexOptions.CultureInvariant),
            "titleCase" => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name),
            "lowerCaseInvariant" => name.ToLowerInvariant(),
            "chain" => definition.GetProperty("steps").EnumerateArray().Aggregate(name, (text, step) => Apply(step.GetString()!, text)),
            var other => throw new InvalidOperationException($"template.json has the form '{form}' of the kind '{other}', which is not known here."),
        };
    }
}
