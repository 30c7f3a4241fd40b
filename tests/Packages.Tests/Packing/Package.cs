using System.IO.Compression;
using System.Xml.Linq;

namespace Infoscope.Packages.Tests.Packing;

/// <summary>A package file as NuGet reads it.</summary>
public sealed class Package(string path)
{
    // What the format itself brings along.
    private static readonly string[] Wrapping = ["_rels/.rels", "[Content_Types].xml"];

    /// <summary>Gets the paths of the files that were packed, in order.</summary>
    public IReadOnlyList<string> Files => Entries(zip => zip.Entries.Select(entry => entry.FullName)
        .Where(name => !Wrapping.Contains(name) && !name.EndsWith(".psmdcp", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray());

    /// <summary>Gets the files that are .NET assemblies.</summary>
    public IReadOnlyList<string> Assemblies => [.. Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal))];

    /// <summary>Gets what the package says of itself.</summary>
    public XElement Metadata
    {
        get
        {
            var root = XElement.Load(new MemoryStream(Bytes(Files.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal)))));
            return root.Element(root.Name.Namespace + "metadata")!;
        }
    }

    /// <summary>Gets the dependencies, each with its range and what of it does not flow.</summary>
    public IReadOnlyList<string> Dependencies =>
        [.. Metadata.Descendants(Metadata.Name.Namespace + "dependency").Select(one => $"{one.Attribute("id")!.Value} {one.Attribute("version")!.Value} without {one.Attribute("exclude")?.Value}").Order(StringComparer.Ordinal)];

    public string Value(string name) => Metadata.Element(Metadata.Name.Namespace + name)?.Value ?? "";

    public byte[] Bytes(string file) => Entries(zip =>
    {
        using var stream = zip.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });

    private T Entries<T>(Func<ZipArchive, T> read)
    {
        using var zip = ZipFile.OpenRead(path);
        return read(zip);
    }
}
