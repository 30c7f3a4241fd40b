using System.Globalization;

namespace Infoscope.Host.Tests.Studying;

public sealed class PowerLawStudyTests : IDisposable
{
    private const string Header = "set,layer,step,estimator,quantity,value,unit,null_mean,ceiling,rows_used\n";

    private static readonly string[] Four = ["--size", "a.npz=1M", "--size", "b.npz=10M", "--size", "c.npz=0.1B", "--size", "d.npz=1e9"];

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    // The row of each model against isotropic rows, whose deviation is a share of the value.
    private static string Isotropic(double slope, string share) => string.Concat("abcd".Select((letter, i) =>
    {
        var value = Math.Pow(10, -slope * i);
        return string.Create(CultureInfo.InvariantCulture, $"{letter}.npz,,,spectrum,coding-rate-normalized,{value:R},ratio,,,32,isotropic rows,{value * double.Parse(share, CultureInfo.InvariantCulture):R}\n");
    }));

    private HostRun Fit(string models, string isotropic, string[] arguments)
    {
        files.Write("results.csv", Header.TrimEnd() + ",against,standard_error\n" + models.Replace("\n", ",,\n", StringComparison.Ordinal) + isotropic);
        return files.Run(["study", "power-law", "results.csv", .. arguments]);
    }

    private HostRun Fit(string rows, params string[] arguments)
    {
        files.Write("results.csv", Header + rows);
        return files.Run(["study", "power-law", "results.csv", .. arguments]);
    }

    private static string Row(string set, double value, string layer = "", string step = "", string under = "", string ceiling = "", string rows = "32") =>
        string.Create(CultureInfo.InvariantCulture, $"{set},{layer},{step},spectrum,coding-rate-normalized,{value:R},ratio,{under},{ceiling},{rows}\n");

    // Falls by exactly a factor of 10^0.3 from model to model, which are a factor of 10 in size apart.
    private static string Models(string layer = "", string step = "", Func<int, string>? ceiling = null) =>
        string.Concat("abcd".Select((letter, i) => Row($"{letter}.npz", 0.8 * Math.Pow(10, -0.3 * (6 + i)), layer, step, "", ceiling?.Invoke(i) ?? "")));

    [Fact]
    public void TheExponentIsFoundAndHeldAgainstThatOfTheCeilings()
    {
        var rows = Fit(Models(ceiling: i => Math.Pow(10, -0.3 * i).ToString("R", CultureInfo.InvariantCulture)), [.. Four, "--format", "csv"]).Done().Rows;
        Assert.Equal(["value", "ceiling", "value / ceiling"], rows.Select(row => row["of"]));
        Assert.Equal(-0.3, rows[0].Number("slope"), 1e-12);
        Assert.Equal(Math.Log(0.8), rows[0].Number("intercept"), 1e-10);
        Assert.Equal(("4", "no", "weakly"), (rows[0]["models"], rows[0]["differs_from_ceiling"], rows[0]["offset_identified"]));
        Assert.Equal(0, rows[2].Number("slope"), 1e-12);

        var other = Fit(Models(ceiling: _ => "1"), [.. Four, "--format", "csv"]).Done().Rows;
        Assert.Equal("yes", other[0]["differs_from_ceiling"]);
        Assert.Equal((0, ""), (other[1].Number("slope"), other[1]["r_squared"]));
    }

    [Fact]
    public void WithoutRowsAgainstIsotropicRowsTheTableSaysWhatTheCeilingIs()
    {
        var lines = Fit(Models(ceiling: i => Math.Pow(10, -0.2 * i).ToString("R", CultureInfo.InvariantCulture)), Four).Done().OutputLines;
        Assert.Equal("coding-rate-normalized against size, in ratio, by spectrum", lines[0]);
        Assert.Contains("the ceilings of the same models, which are of rows at right angles, give a slope of -0.2000, outside the interval: the fitted slope differs from that of the ceiling alone", lines);
        Assert.Contains("random rows have another slope where rows are not far fewer than features: no row is against isotropic rows, which compare gives beside coding-rate-normalized", lines);
        Assert.Contains(lines, line => line.StartsWith("with an offset, value = c + a size^b: c = ", StringComparison.Ordinal) && line.Contains("weakly identified, 4 models are too few to tell an offset", StringComparison.Ordinal));
        Assert.Contains("no law of isotropic rows or of ceilings to hold it against: a model has none above 0", Fit(Models(), Four).Done().OutputLines);
    }

    [Fact]
    public void RowsAgainstIsotropicRowsAreWhatTheValuesAreHeldAgainst()
    {
        var isotropic = Isotropic(0.3, "0.001");
        var lines = Fit(Models(ceiling: _ => "1"), isotropic, Four).Done().OutputLines;
        Assert.Contains(lines, line => line.TrimStart().StartsWith("model   size", StringComparison.Ordinal) && line.Contains("isotropic rows   ceiling", StringComparison.Ordinal));
        Assert.Contains("random isotropic rows of the same number and dimension give a slope of -0.3000; off them the values have one of 0.0000, 95 %: 0.0000 to 0.0000", lines);
        Assert.Contains("nothing is seen but what the dimension alone makes", lines);
        var rows = Fit(Models(ceiling: _ => "1"), isotropic, [.. Four, "--format", "csv"]).Done().Rows;
        Assert.Equal(["value", "isotropic rows", "value / isotropic rows", "ceiling"], rows.Select(row => row["of"]));
        Assert.Equal("no", rows[0]["differs_from_isotropic"]);

        Assert.Contains("the law differs from what the dimension alone makes", Fit(Models(), Isotropic(0.2, "0.001"), Four).Done().OutputLines);
        // As steep as before, but such rows scatter by half of what they are.
        Assert.Contains(
            "nothing is seen but what the dimension alone makes: draws of isotropic rows scatter that slope by 0.0971, and it is within three times as much",
            Fit(Models(), Isotropic(0.2, "0.5"), Four).Done().OutputLines);
    }

    [Fact]
    public void WhatHasNoSizeAndWhatHasNoRowsIsSaid()
    {
        var run = Fit(Models() + Row("e.npz", 1), [.. Four, "--size", "f.npz=2T", "--format", "csv"]).Done();
        Assert.Equal("4", run.Rows[0]["models"]);
        Assert.Equal(["--size f.npz meets no row; did you mean a.npz?", "no --size for e.npz, which is left out"], run.ErrorLines);
        Fit(Models(), Four[..4]).AssertRefused(
            "no --size for c.npz, d.npz, which are left out",
            "coding-rate-normalized by spectrum has values of 2 sizes alone and no fit",
            "no quantity has values of 3 different sizes, which a power law needs; a.npz, b.npz, c.npz, d.npz are there, so name more of them with --size.");
        Fit(Models()).AssertRefused("a power law needs the sizes of the models; give --size SET=NUMBER for each of a.npz, b.npz, c.npz, d.npz, such as --size a.npz=70M.");
    }

    [Fact]
    public void ASizeThatIsNoneIsRefused()
    {
        Fit(Models(), "--size", "a.npz", "--size", "b.npz=-3", "--size", "c.npz=0", "--size", "d.npz=1Q").AssertRefused(
            "--size is 'a.npz'; an activation set and its size are needed as SET=NUMBER, such as model.npz=70M.",
            "--size b.npz is '-3'; a number above 0 is needed, such as 70M, 1.4B, 7e7 or 70000000.",
            "--size c.npz is '0'; a number above 0 is needed, such as 70M, 1.4B, 7e7 or 70000000.",
            "--size d.npz is '1Q'; a number above 0 is needed, such as 70M, 1.4B, 7e7 or 70000000.");
        Fit(Models(), [.. Four, "--size", "?.npz=5M"]).AssertRefused([.. "abcd".Select(letter => $"{letter}.npz is meant by --size {letter}.npz and by --size ?.npz, which differ; name each model once.")]);
        // Of three that match, the two that differ are named.
        Fit(Models(), [.. Four, "--size", "a.np?=1M", "--size", "a.*=5M"]).AssertRefused("a.npz is meant by --size a.npz and by --size a.*, which differ; name each model once.");
    }

    [Fact]
    public void ALayerIsNamedWhereThereAreSeveral()
    {
        var rows = Models("h1") + Models("h2");
        Fit(rows, "--size", "a.npz=1M", "--size", "b*:h2=10M", "--size", "c*:h2=100M").AssertRefused("a.npz has the layers h1, h2; name one, such as --size a.npz:h2=1M.");
        Assert.Equal("3", Fit(rows, "--size", "a.npz:h1=1M", "--size", "b*:h2=10M", "--size", "c*:h2=100M", "--format", "csv").Done().Rows[0]["models"]);
    }

    [Fact]
    public void SeveralCheckpointsAreALawEach()
    {
        var run = Fit(Models(step: "0") + Models(step: "9"), [.. Four, "--format", "jsonl"]).Done();
        Assert.Equal(["0", "9"], run.Objects.Select(line => line.GetProperty("step").GetString()));
        Assert.Equal("", run.Errors);
        var mixed = Fit(Row("a.npz", 1, step: "5") + Row("b.npz", 0.5, step: "7") + Row("c.npz", 0.3, step: "9"), [.. Four[..6], "--format", "csv"]).Done();
        Assert.Equal(("3", ""), (mixed.Rows[0]["models"], mixed.Rows[0]["step"]));
    }

    [Fact]
    public void AValueWithoutALogarithmIsRefusedWithItsSet()
    {
        Fit(Models() + Row("e.npz", -0.5), [.. Four, "--size", "e.npz=5M"]).AssertRefused("coding-rate-normalized of e.npz by spectrum is -0.5000; a power law needs values above 0, so leave out its --size, or name another quantity.");
    }

    [Fact]
    public void DifferentNumbersOfRowsAreWarnedOf()
    {
        var run = Fit(Models() + Row("e.npz", 0.1, rows: "64"), [.. Four, "--size", "e.npz=5M", "--format", "csv"]).Done();
        Assert.Equal("the models of coding-rate-normalized rest on different numbers of rows, 32 to 64, which alone moves the slope; compare them on the same number of tokens", Assert.Single(run.ErrorLines));
    }
}
