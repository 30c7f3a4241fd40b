using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Infoscope.Loading;

/// <summary>What a source file sees: .NET and the contract. Made once, and shared by every compilation of this process.</summary>
internal static class References
{
    /// <summary>Gets the references.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } = [.. HostAssemblies.FrameworkPaths.Select(Framework), Contract()];

    // The metadata alone: the code is most of a file, and the compiler does not look at it.
    private static PortableExecutableReference Framework(string path) =>
        AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path, display: path);

    // Where it lies in memory, because in a single-file host it has no file.
    private static unsafe PortableExecutableReference Contract()
    {
        var contract = typeof(IEstimator).Assembly;
        if (!contract.TryGetRawMetadata(out var start, out var length)) throw new InvalidOperationException("the metadata of the contract cannot be read");
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)start, length)).GetReference(display: contract.GetName().Name);
    }
}
