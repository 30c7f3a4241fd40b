using System.Globalization;

namespace Infoscope.Host.Tests.Studying;

/// <summary>What a study reads, and what it says of what it cannot read.</summary>
public sealed class StudyInputTests : IDisposable
{
    private const string Header = "set,layer,estimator,quantity,value\n";

    private const string Source = "give what infoscope compare wrote with --format jsonl or csv, or with --out";

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    private static string Json(string layer, string value) => $$"""{"set":"acts.npz","layer":"{{layer}}","step":"","estimator":"spectrum","quantity":"matrix-entropy","label_set":"","item":"","against":"","value":{{value}},"unit":"nats"}""" + "\n";

    private HostRun Profile(params string[] arguments) => files.Run(["study", "layer-profile", "--format", "csv", .. arguments]);

    [Fact]
    public void CsvJsonLinesFoldersAndStdinAreReadAlike()
    {
        files.Write("results.csv", $"{Header}acts.npz,h1,spectrum,matrix-entropy,3\nacts.npz,h2,spectrum,matrix-entropy,2.5\n");
        files.Write("out/results.jsonl", Json("h1", "3") + Json("h2", "2.5"));
        files.Write("out/results.csv", "not read");
        var csv = Profile("results.csv").Done().Rows;
        Assert.Equal([("h1", "", ""), ("h2", "-0.5", "largest drop")], csv.Select(row => (row["layer"], row["change"], row["mark"])));
        var folder = Profile("out").Done();
        Assert.Equal(csv.Select(row => (row["layer"], row["change"])), folder.Rows.Select(row => (row["layer"], row["change"])));
        var piped = HostProcess.RunOn(files.Read("out", "results.jsonl"), files.PathOf(), files.Environment, "study", "layer-profile", "-", "--format", "csv").Done();
        Assert.Equal(folder.Output, piped.Output);
        Assert.Equal("", piped.Errors);
    }

    [Fact]
    public void WhatAnotherToolWroteInBitsIsReadInNats()
    {
        files.Write("results.csv", "set,layer,step,estimator,quantity,value,standard_error,unit\na,h1,1.0,s,matrix-entropy,1,0.1,bits\na,h2,1,s,matrix-entropy,0.5,0.1,nats\n");
        var rows = Profile("results.csv").Done().Rows;
        Assert.Equal(["nats", "nats"], rows.Select(row => row["unit"]));
        Assert.Equal(0.5 - Math.Log(2), double.Parse(rows[1]["change"], CultureInfo.InvariantCulture), 1e-15);
    }

    [Fact]
    public void AnInfiniteValueIsNoDropAndANegativeErrorOrAnotherUnitIsRefused()
    {
        files.Write("results.csv", $"{Header}a,h1,s,matrix-entropy,inf\na,h2,s,matrix-entropy,2\na,h3,s,matrix-entropy,1\n");
        Assert.Equal(["", "", "largest drop"], Profile("results.csv").Done().Rows.Select(row => row["mark"]));
        files.Write("results.csv", "set,layer,estimator,quantity,value,standard_error\na,h1,s,matrix-entropy,1,-0.1\n");
        Profile("results.csv").AssertRefused("results.csv in row 1 has -0.1 as standard_error; allowed is 0 or more.");
        files.Write("results.csv", "set,layer,estimator,quantity,value,unit\na,h1,s,matrix-entropy,1,bans\n");
        Profile("results.csv").AssertRefused("results.csv in row 1 has 'bans' as unit; allowed is nats, bits, ratio or count.");
    }

    [Fact]
    public void SeveralFilesAreOneResultAndWhatStandsTwiceCountsOnce()
    {
        files.Write("a.jsonl", Json("h1", "3") + Json("h2", "2"));
        files.Write("b.jsonl", Json("h2", "2") + Json("h10", "1"));
        var run = Profile("a.jsonl", "b.jsonl").Done();
        Assert.Equal(["h1", "h2", "h10"], run.Rows.Select(row => row["layer"]));
        Assert.Equal("rows that stand there more than once count once: 1 of 4 are repetitions", Assert.Single(run.ErrorLines));
        files.Write("b.jsonl", Json("h2", "2.1"));
        Profile("a.jsonl", "b.jsonl").AssertRefused("acts.npz:h2 has 2 different rows of matrix-entropy by spectrum; give the results of one run, or name the activations differently.");
    }

    [Fact]
    public void WhatIsThereInsteadIsSaid()
    {
        files.Write("results.csv", "set,layer,estimator,quantity,val\nacts.npz,h1,spectrum,matrix-entropy,3\n");
        Profile("results.csv").AssertRefused($"results.csv has no column 'value' but set, layer, estimator, quantity, val; {Source}.");
        files.Write("results.jsonl", Json("h1", "3") + "{\"set\":\"acts.npz\",\"layer\":\"h2\"}\n");
        Profile("results.jsonl").AssertRefused($"results.jsonl has on line 2 no column 'estimator' but set, layer; {Source}.");
        files.Write("results.jsonl", Json("h1", "3") + Json("h2", "2")[..30]);
        Profile("results.jsonl").AssertRefused($"results.jsonl has on line 2 '{Json("h2", "2")[..30]}', which is no row; {Source}, without the last line of a run that was killed.");
        files.Write("results.csv", $"{Header}acts.npz,h1,spectrum,matrix-entropy,three\n");
        Profile("results.csv").AssertRefused($"results.csv in row 1 has 'three' as value, which is no number; {Source}.");
        files.Write("results.csv", "");
        Profile("results.csv").AssertRefused("results.csv is empty; see that the comparison ended well.");
        files.Write("results.csv", Header);
        Profile("results.csv").AssertRefused("there is no row in results.csv; see that the comparison ended well.");
        files.Write("results.csv", [0x73, 0xff, 0x0a]);
        Profile("results.csv").AssertRefused($"results.csv is not UTF-8; {Source}.");
    }

    [Fact]
    public void WhatIsNotThereIsSaidWithWhatIs()
    {
        files.Write("results.csv", "");
        files.Write("empty/other.txt", "");
        Profile("result.csv", "empty", "nothing-like-it", "nothing-like-it").AssertRefused(
            "nothing-like-it is named 2 times; name it once.",
            "result.csv does not exist; did you mean results.csv?",
            "the folder empty holds neither results.jsonl nor results.csv; give the folder of infoscope compare --out.",
            "nothing-like-it does not exist; give results that infoscope compare wrote, the folder of its --out, or - for stdin.");
        files.Run("study", "layer-profile").AssertRefused("layer-profile needs RESULTS; give what infoscope compare wrote with --format jsonl or with --out, or - for stdin.", "try: infoscope study layer-profile --help");
        files.Run("study", "layer-profil").AssertRefused("there is no study 'layer-profil'; did you mean layer-profile?", "try: infoscope study --help");
        files.Run("study").AssertRefused("a study is needed; there are information-plane, layer-profile, power-law.", "try: infoscope study --help");
    }

    [Fact]
    public void RowsAreNarrowedByName()
    {
        files.Write("results.csv", "set,layer,estimator,quantity,value,label_set,against\n" + string.Concat(
            from estimator in new[] { "spectrum", "soft-entropy" } from labels in new[] { "", "token" } from layer in new[] { "h1", "h2" } select $"acts.npz,{layer},{estimator},entropy,1,{labels},\n")
            + "acts.npz,h1,lasso,residual-energy,1,,attention\n");
        Assert.Equal(8, Profile("results.csv", "--quantities", "entropy").Done().Rows.Count);
        Assert.Equal(["soft-entropy token", "soft-entropy token"], Profile("results.csv", "--quantities", "entropy", "--estimators", "soft-entropy", "--label-sets", "token").Done().Rows.Select(row => $"{row["estimator"]} {row["label_set"]}"));
        Profile("results.csv", "--estimators", "soft-entrpy,spectrum", "--label-sets", "bigram").AssertRefused(
            "no row is by 'soft-entrpy'; did you mean soft-entropy?",
            "no row is of 'matrix-entropy'; there is entropy.",
            "no row is about the label set 'bigram'; there is token.");
        Profile("results.csv", "--quantities", "residual-energy").AssertRefused("every row of residual-energy is about an item or against something, and a study is about wholes; name another with --quantities.");
        files.Run("study", "layer-profile", "results.csv", "--format", "csv", "--unit", "bits").AssertRefused("--unit bits is for the table; csv always carries nats, so leave out --unit.");
    }
}
