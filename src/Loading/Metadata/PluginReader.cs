using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Reads what a plugin's assembly says of itself, the contract's stamp first.</summary>
internal static class PluginReader
{
    /// <summary>Describes a plugin.</summary>
    /// <param name="binary">The plugin's assembly.</param>
    /// <param name="refusals">Takes the classes that cannot be used.</param>
    /// <returns>The plugin, without anything inside when every class was refused.</returns>
    /// <exception cref="PluginLoadException">The plugin as a whole cannot be used.</exception>
    public static PluginDescription Read(PluginBinary binary, List<PluginRefusal> refusals)
    {
        var path = binary.Path;
        try
        {
            using var image = AssemblyImage.Open(binary);
            var identity = ReadIdentity(image.Reader, path);
            // A source file was compiled against what there is.
            if (binary.Image is null) DependencyCheck.Run(image.Reader, path);
            var declarations = new DeclarationReader(image.Reader, identity);
            var plugin = new PluginDescription
            {
                Identity = identity,
                Estimators = declarations.ReadEstimators(),
                LabelSources = declarations.ReadLabelSources(),
                Image = binary.Image,
            };
            if (plugin.Estimators.Count + plugin.LabelSources.Count + declarations.Refusals.Count == 0)
                throw new PluginLoadException(PluginFailure.NothingInside, path, $"{path} declares no estimator and no label source; mark a public sealed class with [Estimator] or [LabelSource].");
            refusals.AddRange(declarations.Refusals);
            return plugin;
        }
        catch (Exception error) when (error is not PluginLoadException)
        {
            // Damaged metadata makes its reader throw anything; no code but the reader's and this one has run.
            throw new PluginLoadException(PluginFailure.NotLoadable, path, $"{path} has metadata that cannot be read: {ExceptionText.OneLine(error)}");
        }
    }

    private static PluginIdentity ReadIdentity(MetadataReader reader, string path)
    {
        var contract = ReadContract(reader, path);
        var assembly = reader.GetAssemblyDefinition();
        var version = AttributeReader.AssemblyAttributes(reader, "System.Reflection.AssemblyInformationalVersionAttribute").Select(attribute => attribute.Fixed<string>(0)).FirstOrDefault();
        return new PluginIdentity
        {
            Name = reader.GetString(assembly.Name),
            Path = path,
            Version = string.IsNullOrEmpty(version) ? assembly.Version.ToString() : version.Split('+')[0],
            Contract = contract,
        };
    }

    private static ContractVersion ReadContract(MetadataReader reader, string path)
    {
        var host = ContractVersion.Host;
        var stamps = AttributeReader.AssemblyAttributes(reader, "System.Reflection.AssemblyMetadataAttribute")
            .Where(attribute => attribute.Fixed<string>(0) == ContractVersion.StampKey)
            .Select(attribute => attribute.Fixed<string>(1))
            .ToList();
        if (stamps.Count == 0)
            throw new PluginLoadException(PluginFailure.NotAPlugin, path, $"{path} carries no {ContractVersion.StampKey} stamp; the build props of {PluginLoadContext.ContractName} add it to every plugin project.");
        if (!ContractVersion.TryParse(stamps[0], out var found))
            throw new PluginLoadException(PluginFailure.WrongContract, path, $"{path} carries the contract stamp '{stamps[0]}'; a stamp is MAJOR.MINOR, and this host has {host}.");
        if (found.Major != host.Major)
            throw new PluginLoadException(PluginFailure.WrongContract, path, $"{path} was built against contract {found}; this host has {host} and takes {host.Major}.0 to {host}: rebuild the plugin against one of these.");
        if (found.Minor > host.Minor)
            throw new PluginLoadException(PluginFailure.NewerContract, path, $"{path} was built against contract {found}; this host has {host}: update the host, or rebuild the plugin against {host}.");
        return found;
    }
}
