using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>The spectra of <c>tests/ReferenceValues/llm-geometry</c>, found there by singular values.</summary>
public sealed class ReferenceSpectrumTests
{
    private const double Tolerance = 1e-10;

    private static readonly JsonElement Cases = JsonDocument.Parse(File.ReadAllText(PathOf("expected.json"))).RootElement.GetProperty("geometry");

    /// <summary>Gets the names of all cases.</summary>
    public static TheoryData<string> Names => [.. Cases.EnumerateObject().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNumberOfACaseIsFound(string name)
    {
        var expected = Cases.GetProperty(name);
        var table = RunOf(name).Estimate();
        void Same(string quantity, string field) => Assert.True(IsNear(expected.GetProperty(field).GetDouble(), table.Number(quantity)), $"{quantity} is {table.Number(quantity):R}, {field} {expected.GetProperty(field)}");
        Same("coding-rate", "coding_rate_nats");
        Same("coding-length", "L_nats");
        Same("coding-rate-tight", "normalized_tight");
        Same("equivalent-rank", "equal_spectrum_rank");
        Same("matrix-entropy", "matrix_entropy_nats");
        Same("effective-rank-singular", "effective_rank_roy_vetterli");
        Same("effective-rank-covariance", "effective_rank_cov");
        Same("participation-ratio", "participation_ratio");
        Same("stable-rank", "stable_rank");
        Same("numerical-rank", "numerical_rank");
        Same("condition-number", "condition_number");
        if (IsRaw(name)) Assert.Null(table.Find("coding-rate-normalized"));
        else Same("coding-rate-normalized", "normalized");
        Assert.Equal(expected.GetProperty("n").GetInt32(), table.Find("coding-rate")!.RowsUsed);
        // Of the least number of rows and features, not of features alone.
        var entropy = table.Find("matrix-entropy")!;
        Assert.True(IsNear(expected.GetProperty("matrix_entropy_normalized_r").GetDouble(), entropy.Value.Number / entropy.Scale!.Value.Number));
    }

    [Fact]
    public void DistortionsAreSweptAsPublished()
    {
        var sweep = Cases.GetProperty("m6_tokens_n96_d256").GetProperty("eps_sweep").EnumerateObject().ToArray();
        Assert.Equal(5, sweep.Length);
        foreach (var one in sweep)
        {
            var table = RunOf("m6_tokens_n96_d256").With("eps", one.Name).Estimate();
            Assert.True(IsNear(one.Value.GetDouble(), table.Number("coding-rate-normalized")), $"at {one.Name}");
        }
    }

    private static SpectrumRun RunOf(string name)
    {
        using var file = ArrayFile.Open(PathOf(Cases.GetProperty(name).GetProperty("file").GetString()!));
        var array = file.Find("").ToNumericArray();
        var run = new SpectrumRun { Rows = [.. array.ToReals().Chunk((int)array.Shape[1])] };
        if (IsRaw(name)) return run.With("unit-rows", "false");
        return name.EndsWith("_diff_erank", StringComparison.Ordinal) ? run.With("centre", "true") : run;
    }

    private static bool IsRaw(string name) => name == "m7_raw_n40_d25";

    private static bool IsNear(double expected, double actual) => Math.Abs(expected - actual) <= Tolerance * (expected == 0 ? 1 : Math.Abs(expected));

    private static string PathOf(string file) => Repository.PathOf(typeof(ReferenceSpectrumTests).Assembly, "tests", "ReferenceValues", "llm-geometry", file);
}
