using Infoscope.Host.Inspection;
using Infoscope.Host.Logging;
using Infoscope.Host.Reports;
using Serilog;

namespace Infoscope.Host.Scaffolding;

/// <summary>Writes a new estimator: a project with its tests, or one file. Nothing is overwritten.</summary>
internal sealed class NewEstimator(NewRequest request, ILogger log)
{
    private const int MostShown = 20;

    private readonly string folder = request.Output ?? (request.IsSingleFile ? "" : request.Name);

    /// <summary>Writes the files, names them on stdout, and says on stderr what to type next.</summary>
    /// <exception cref="UserError">The name cannot be taken, something is in the way, or the folder cannot be written.</exception>
    public int Run()
    {
        var template = Template.Load(request.IsSingleFile ? "estimator-file" : "estimator");
        if (PluginName.WhyNot(request.Name, template) is { } reason) throw new UserError(reason);
        if (request.Output is "") throw new UserError("--output is empty; give a folder, which need not be there yet.");
        var id = template.ValueOf("id", request.Name);
        using var installed = Plugins.Find(request.Beside, log);
        if (installed.Estimators.Any(estimator => estimator.Id == id)) throw new UserError($"there is an estimator '{id}' already, and ids are unique; give another name.");
        var files = template.Fill(request.Name).Select(file => file with { Path = Path.Combine([folder, .. file.Path.Split('/')]) }).ToArray();
        ThrowIfInTheWay(files);
        Write(files);
        foreach (var file in files) StandardOutput.Writer.WriteLine(Printable.Of(file.Path));
        StandardOutput.Writer.Flush();
        log.Information("next, with your own activations and labels:");
        foreach (var line in Next(id)) log.Information("  {Command:l}", line);
        return installed.Refusals.Count > 0 ? ExitCode.PluginRefused : ExitCode.Done;
    }

    // A file where a folder has to be is in the way as well.
    private void ThrowIfInTheWay(TemplateFile[] files)
    {
        string[] taken = [.. files.Select(file => FoldersOf(file.Path).FirstOrDefault(File.Exists) ?? file.Path).Where(Path.Exists).Distinct()];
        if (taken.Length > 0) throw new UserError($"{Suggest.List(taken, MostShown)} {(taken.Length == 1 ? "is" : "are")} in the way, and nothing was written; move {(taken.Length == 1 ? "it" : "them")} away, or give another folder with --output.");
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above)) yield return above;
    }

    private static void Write(TemplateFile[] files)
    {
        var written = new List<string>();
        foreach (var file in files)
        {
            try
            {
                if (Path.GetDirectoryName(file.Path) is { Length: > 0 } above) Directory.CreateDirectory(above);
                using var stream = new FileStream(file.Path, FileMode.CreateNew);
                written.Add(file.Path);
                using var writer = new StreamWriter(stream);
                writer.Write(file.Text);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                foreach (var path in written) File.Delete(path);
                throw new UserError($"{file.Path} cannot be written ({failure.Message.TrimEnd('.')}); give a folder that can be with --output.");
            }
        }
    }

    private IEnumerable<string> Next(string id)
    {
        // What starts with a hyphen would be read as an option.
        var above = folder.StartsWith('-') ? Path.Combine(".", folder) : folder;
        var plugin = request.IsSingleFile ? Path.Combine(above, $"{request.Name}.cs") : Path.Combine(above, request.Name, "bin", "Release", "net10.0");
        if (!request.IsSingleFile) yield return $"dotnet build -c Release {ShellText.Quoted(above)}";
        yield return $"infoscope compare ACTIVATIONS.npy --labels y=LABELS.npy --estimators {id} --plugin {ShellText.Quoted(plugin)}";
        yield return $"infoscope verify {ShellText.Quoted(plugin)}";
        if (!request.IsSingleFile) yield return $"dotnet test -c Release {ShellText.Quoted(above)}";
    }
}
