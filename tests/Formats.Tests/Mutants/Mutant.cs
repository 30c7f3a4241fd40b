namespace Infoscope.Formats.Tests;

/// <summary>A file made out of a whole one by damage or lies; its format and seed say it all.</summary>
public sealed record Mutant(FileFormat Format, ulong Seed)
{
    /// <summary>Gets a name with the extension of the format.</summary>
    public string Name => $"mutant{Seed}.{Format.ToString().ToLowerInvariant()}";

    /// <summary>Makes the bytes.</summary>
    public byte[] Bytes()
    {
        var random = new RandomStream(Seed, $"mutant {Format}");
        var seeds = SeedFiles.Of(Format);
        var bytes = random.Of(seeds);
        // A third lies alone, a third is damaged alone, a third both.
        var way = random.NextBelow(3);
        if (way != 1) bytes = Lie(random, bytes);
        var damages = way == 0 ? 0 : 1 + random.NextBelow(3);
        for (var i = 0L; i < damages; i++) bytes = ByteDamage.Apply(random, bytes, random.Of(seeds));
        return bytes;
    }

    public override string ToString() => $"{Format} {Seed}";

    private byte[] Lie(RandomStream random, byte[] bytes) => Format switch
    {
        FileFormat.Npy => NpyLies.Tell(random),
        FileFormat.Npz => ZipLies.Tell(random, bytes),
        FileFormat.Safetensors => SafetensorsLies.Tell(random),
        _ => CsvChaos.Make(random),
    };
}
