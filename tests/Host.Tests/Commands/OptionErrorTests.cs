namespace Infoscope.Host.Tests.Commands;

/// <summary>What is wrong on the command line: exit code 1, nothing on stdout, and sentences on stderr that say what to type next.</summary>
public sealed class OptionErrorTests : IDisposable
{
    private readonly Workspace files = new();

    public OptionErrorTests() => files.Npy("acts.npy", [3, 2], [1f, 0, 0, 1, 1, 1]);

    public void Dispose() => files.Dispose();

    [Fact]
    public void AMissingOrUnknownCommandIsNamed()
    {
        files.Run().AssertRefused("a command is needed; there are benchmark, compare, describe, inspect, list, merge, new, study, verify.", "try: infoscope --help");
        files.Run("comprae", "acts.npy").AssertRefused("there is no command 'comprae'; did you mean compare?", "try: infoscope --help");
    }

    [Fact]
    public void ActivationsInThePlaceOfACommandGetTheCommand()
    {
        files.Npy("run a/acts.npy", [3, 2], [1f, 0, 0, 1, 1, 1]);
        files.Run("acts.npy", "--labels", "y=y.npy").AssertRefused("there is no command 'acts.npy'; did you mean infoscope compare acts.npy?", "try: infoscope --help");
        files.Run("run a").AssertRefused("there is no command 'run a'; did you mean infoscope compare 'run a'?", "try: infoscope --help");
        foreach (var absent in new[] { "plan.json", "step{step}.npy", "x.npz:layer1", "x.safetensors" })
        {
            var typed = absent.Contains('{', StringComparison.Ordinal) ? $"'{absent}'" : absent;
            files.Run(absent).AssertRefused($"there is no command '{absent}'; did you mean infoscope compare {typed}?", "try: infoscope --help");
        }
    }

    [Fact]
    public void AnOptionWithoutItsValueSaysWhichKind() => files.Run("compare", "acts.npy", "--null", "1", "--labels").AssertRefused(
        "--labels needs a value, NAME=SPEC.",
        "try: infoscope compare --help");

    [Fact]
    public void AnOptionGivenTooOftenIsNamed() => files.Run("compare", "acts.npy", "--null", "1", "--null", "2", "--unit", "bits", "--unit", "nats", "--unit", "nats", "--seed").AssertRefused(
        "--null is given twice; give it once.",
        "--seed needs a value, N.",
        "--unit is given 3 times; give it once.",
        "try: infoscope compare --help");

    [Fact]
    public void ACommandWithoutItsArgumentSaysWhatItNeeds()
    {
        files.Run("describe").AssertRefused("describe needs an ID; infoscope list shows them.", "try: infoscope describe --help");
        files.Run("merge", "--quiet").AssertRefused("merge needs STATE...; give the files that infoscope compare --save-state wrote.", "try: infoscope merge --help");
        files.Run("inspect").AssertRefused("nothing to inspect; give FILE, such as: infoscope inspect layer1.npy");
    }

    [Fact]
    public void AMisspeltOptionIsNoFile()
    {
        files.Run("compare", "acts.npy", "--hlep").AssertRefused("there is no option '--hlep'; did you mean --help?", "try: infoscope compare --help");
        files.Run("compare", "acts.npy", "--lables", "y=y.npy").AssertRefused("there is no option '--lables'; did you mean --labels?", "try: infoscope compare --help");
        files.Run("list", "--formt=table").AssertRefused("there is no option '--formt=table'; did you mean --format?", "try: infoscope list --help");
    }

    [Fact]
    public void WholeNumbersAreAskedForWithTheirRange() => files.Run("compare", "acts.npy", "--null", "x", "--seed", "-1", "--threads", "1.5").AssertRefused(
        "--null is 'x'; a whole number from 0 to 2147483647 is needed.",
        "--seed is '-1'; a whole number from 0 to 18446744073709551615 is needed.",
        "--threads is '1.5'; a whole number from 0 to 2147483647 is needed.",
        "try: infoscope compare --help");

    [Theory]
    [InlineData("list")]
    [InlineData("describe", "soft-entropy")]
    [InlineData("compare", "acts.npy")]
    [InlineData("compare", "acts.npy", "--watch")]
    [InlineData("compare", "plan.json")]
    [InlineData("benchmark")]
    [InlineData("verify", "soft-entropy")]
    [InlineData("new", "estimator", "Acme.Knn")]
    public void AnEmptyPathIsNoPlugin(params string[] command)
    {
        files.Write("plan.json", """{ "activations": "acts.npy" }""");
        files.Run([.. command, "--plugin", ""]).AssertRefused("--plugin is empty; give a folder, a DLL or a .cs file.");
    }

    [Fact]
    public void EveryProblemIsToldAtOnce() => files.Run(
        "compare", "nothing.npy", "--format", "jsnl", "--unit", "bit", "--out", "acts.npy", "--positions", "3..1", "--device", "cuda:0", "--threads", "0", "--precision", "singel",
        "--estimators", "soft-entropy,soft-entrpy", "--quantities", "entrpy", "--set", "soft-entropy.anchors=1", "--labels", "y=nothing.csv", "--labels", "token=ngram:2").AssertRefused(
        "--format is 'jsnl'; did you mean jsonl?",
        "--unit is 'bit'; did you mean bits?",
        $"--out {files.PathOf("acts.npy")} is a file; give a folder, which need not be there yet.",
        "--positions is '3..1'; allowed are common, own, or A..B with A at most B, such as 2..60.",
        "there is no device 'cuda:0'; there is cpu.",
        "--threads is 0; allowed is 1 to 1024.",
        "--precision is 'singel'; did you mean single?",
        "there is no estimator 'soft-entrpy'; did you mean soft-entropy?",
        "none of the estimators gives a quantity 'entrpy'; did you mean entropy?",
        "soft-entropy.anchors is '1'; allowed is a whole number, at least 2.",
        "'ngram:2' does not fit ngram:N:TOKENS[:pad=PAD]; tokens is missing.",
        $"the label file nothing.csv does not exist; check the path (looked from {files.PathOf()}).",
        $"{files.PathOf("nothing.npy")} does not exist; check the path (the current folder is {files.PathOf()}).");

    [Fact]
    public void SettingsNameTheirEstimatorAndOption()
    {
        files.Run("compare", "acts.npy", "--set", "anchors", "--set", "sof-entropy.anchors=3", "--set", "soft-entropy.anchor=5").AssertRefused(
            "--set is 'anchors'; ESTIMATOR.OPTION=VALUE is needed, such as soft-entropy.anchors=200.",
            "--set sof-entropy.anchors=3 is for 'sof-entropy', which is not compared; did you mean soft-entropy?",
            "soft-entropy has no option 'anchor'; it has anchors, anchors-file, centre, draws, subspace-anchors, subspaces, temperature. Did you mean 'anchors'?");
        files.Run("compare", "acts.npy", "--set", "soft-entropy.anchors=many", "--set", "soft-entropy.temperature=warm").AssertRefused(
            "soft-entropy.anchors is 'many'; allowed is a whole number, at least 2.");
        files.Run("compare", "acts.npy", "--estimators", "soft-entropy", "--set", "soft-entropy.temperature=warm").AssertRefused(
            "soft-entropy.temperature is 'warm'; allowed is exact, bounds, leading-order, or a number above 0.");
    }

    [Fact]
    public void WhatIsGivenTwiceIsRefused()
    {
        files.Npy("step1.npy", [20, 3], Generated.Rows(20, 3));
        files.Npy("step01.npy", [20, 3], Generated.Rows(20, 3));
        files.Run("compare", "step{step}.npy").AssertRefused(
            $"{files.PathOf("step01.npy")} and {files.PathOf("step1.npy")} have the same set, layer and step, so their rows could not be told apart; leave one out or rename it.");
        files.Run("compare", "step1.npy", "--set", "soft-entropy.anchors=5", "--set", "soft-entropy.anchors=6").AssertRefused("--set gives soft-entropy.anchors twice; give it once.");
        files.Run("compare", "step1.npy", "--labels", "y=ngram:1:step1.npy:pad=0:pad=1").AssertRefused("'ngram:...:pad=0' gives pad twice; give it once.");
    }

    [Fact]
    public void NothingToCompareIsSaid() => files.Run("compare").AssertRefused(
        "nothing to compare; give ACTIVATIONS, such as: infoscope compare layer1.npy --labels class=labels.npy");

    [Fact]
    public void NamesThatNameNothingAreNoChoice()
    {
        var ids = files.Run("list", "--format", "jsonl").Done().Objects.Where(one => one.GetProperty("kind").GetString() == "estimator").Select(one => one.GetProperty("id").GetString());
        files.Run("compare", "acts.npy", "--estimators", ",", "--quantities", "").AssertRefused($"--estimators names none; there are {string.Join(", ", ids)}.");
    }

    [Fact]
    public void BitsAreForPeople() => files.Run("compare", "acts.npy", "--unit", "bits", "--format", "csv").AssertRefused(
        "--unit bits is for the table; csv always carries nats, so leave out --unit.");

    [Fact]
    public void ALogThatCannotBeWrittenIsSaidAtOnce()
    {
        Directory.CreateDirectory(files.PathOf("folder"));
        var run = files.Run("compare", "acts.npy", "--log-file", "folder");
        Assert.StartsWith("--log-file folder cannot be written: ", Assert.Single(run.ErrorLines));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }
}
