namespace Infoscope.Loading;

/// <summary>What the compiler made of a source file: an assembly with its symbols in it, and warnings.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Warnings">What the compiler and the rules had to say, as lines.</param>
internal sealed record CompiledSource(ReadOnlyMemory<byte> Image, IReadOnlyList<string> Warnings);
