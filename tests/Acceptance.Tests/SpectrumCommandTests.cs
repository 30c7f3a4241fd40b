using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>Spectra from the command line, on 96 tokens of 256 features.</summary>
public sealed class SpectrumCommandTests : IDisposable
{
    private const double Relative = 1e-10;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-spectrum-").FullName;

    public SpectrumCommandTests() => File.Copy(Files.Reference("llm-geometry", "m6_tokens_n96_d256.npy"), Path.Combine(folder, "Z.npy"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("coding-rate", "coding_rate_nats")]
    [InlineData("coding-length", "L_nats")]
    [InlineData("coding-rate-normalized", "normalized")]
    [InlineData("coding-rate-tight", "normalized_tight")]
    [InlineData("equivalent-rank", "equal_spectrum_rank")]
    [InlineData("matrix-entropy", "matrix_entropy_nats")]
    [InlineData("effective-rank-singular", "effective_rank_roy_vetterli")]
    [InlineData("effective-rank-covariance", "effective_rank_cov")]
    [InlineData("participation-ratio", "participation_ratio")]
    [InlineData("stable-rank", "stable_rank")]
    [InlineData("numerical-rank", "numerical_rank")]
    [InlineData("condition-number", "condition_number")]
    public void TheNumbersOfASpectrumAreThePublishedOnes(string quantity, string field)
    {
        var published = JsonDocument.Parse(File.ReadAllText(Files.Reference("llm-geometry", "expected.json"))).RootElement.GetProperty("geometry").GetProperty("m6_tokens_n96_d256").GetProperty(field).GetDouble();
        var row = Assert.Single(HostProcess.Run(folder, "compare", "Z.npy", "--estimators", "spectrum", "--quantities", quantity, "--format", "jsonl").Rows, row => row.GetProperty("against").GetString() == "");
        Assert.Equal(published, row.GetProperty("value").GetDouble(), Relative * published);
    }

    [Fact]
    public void EveryQuantityComesInOneRun() => Assert.Equal(
        ["coding-rate", "coding-length", "coding-rate-normalized", "coding-rate-tight", "equivalent-rank", "matrix-entropy", "effective-rank-singular", "effective-rank-covariance", "participation-ratio", "stable-rank", "numerical-rank", "condition-number", "coding-rate-normalized against isotropic rows", "equivalent-rank against isotropic rows"],
        HostProcess.Run(folder, "compare", "Z.npy", "--estimators", "spectrum", "--format", "jsonl").Rows.Select(row => $"{row.GetProperty("quantity").GetString()}{(row.GetProperty("against").GetString() is { Length: > 0 } against ? $" against {against}" : "")}"));
}
