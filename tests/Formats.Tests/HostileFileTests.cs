using System.Globalization;
using Xunit.Abstractions;

namespace Infoscope.Formats.Tests;

/// <summary>Files of hostile content: read or refused in one sentence, in bounded time and memory.</summary>
/// <remarks>
/// INFOSCOPE_FUZZ is how many new mutants of each format are tried (300 when it is not set), INFOSCOPE_FUZZ_SEED the seed of the first; a failure prints both.
/// </remarks>
public sealed class HostileFileTests(ITestOutputHelper output) : IDisposable
{
    private const int CorpusSize = 250;
    private const int LeastRefused = 200;
    private const int NewMutants = 300;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(FileFormat.Npy)]
    [InlineData(FileFormat.Npz)]
    [InlineData(FileFormat.Safetensors)]
    [InlineData(FileFormat.Csv)]
    public void EverySeedIsReadWhole(FileFormat format)
    {
        foreach (var bytes in SeedFiles.Of(format)) Assert.Equal(new Reading { Refusal = "", Defect = "" }, Read($"seed.{Extension(format)}", bytes));
    }

    // The corpus grows until it holds as many refused files as are promised; the rest are damaged where nobody can tell, such as in the elements.
    [Theory]
    [InlineData(FileFormat.Npy)]
    [InlineData(FileFormat.Npz)]
    [InlineData(FileFormat.Safetensors)]
    [InlineData(FileFormat.Csv)]
    public void TheCorpusIsReadOrRefusedInOneSentence(FileFormat format)
    {
        var refused = 0;
        var seed = 0UL;
        for (; seed < CorpusSize || refused < LeastRefused; seed++)
        {
            Assert.True(seed < 4 * CorpusSize, $"{refused} of {seed} mutants are refused: the mutator has lost its teeth");
            if (Check(new Mutant(format, seed)).Refusal.Length > 0) refused++;
        }

        output.WriteLine($"{format}: {refused} of {seed} mutants are refused");
    }

    [Theory]
    [InlineData(FileFormat.Npy)]
    [InlineData(FileFormat.Npz)]
    [InlineData(FileFormat.Safetensors)]
    [InlineData(FileFormat.Csv)]
    public void NewMutantsAreReadOrRefusedInOneSentence(FileFormat format)
    {
        var count = Variable("INFOSCOPE_FUZZ") ?? NewMutants;
        var first = Variable("INFOSCOPE_FUZZ_SEED") ?? (ulong)DateTime.UtcNow.Ticks;
        for (var seed = first; seed < first + count; seed++) Check(new Mutant(format, seed));
    }

    [Theory]
    [MemberData(nameof(HandmadeFiles.Names), MemberType = typeof(HandmadeFiles))]
    public void AHandmadeFileIsRefusedInOneSentence(string name)
    {
        var reading = Read(name, HandmadeFiles.Bytes(name));
        Assert.Equal("", reading.Defect);
        Assert.NotEqual("", reading.Refusal);
    }

    private Reading Check(Mutant mutant)
    {
        var reading = Read(mutant.Name, mutant.Bytes());
        var filter = $"{nameof(HostileFileTests)}.{nameof(NewMutantsAreReadOrRefusedInOneSentence)}";
        Assert.True(
            reading.Defect.Length == 0,
            $"{mutant}: {reading.Defect}\nreplay: INFOSCOPE_FUZZ=1 INFOSCOPE_FUZZ_SEED={mutant.Seed.ToString(CultureInfo.InvariantCulture)} dotnet test -c Release tests/Formats.Tests --filter \"FullyQualifiedName~{filter}\"");
        return reading;
    }

    private Reading Read(string name, byte[] bytes)
    {
        var path = folder.Write(name, bytes);
        try
        {
            return Reading.Of(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Extension(FileFormat format) => format.ToString().ToLowerInvariant();

    private static ulong? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
