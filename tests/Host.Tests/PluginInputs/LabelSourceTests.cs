using Infoscope.Testing;

namespace Infoscope.Host.Tests.PluginInputs;

/// <summary>A label source of a plugin gets its arguments of every kind, other label sets among them.</summary>
public sealed class LabelSourceTests : IDisposable
{
    private const int Rows = 12;

    private readonly Workspace files = new();
    private readonly StagedPlugins staged = new("EchoInputs");

    public LabelSourceTests()
    {
        files.Npy("acts.npy", [Rows, 2], Generated.Rows(Rows, 2));
        files.Write("numbers.npz", NpzFile.Of(("n", NpyFile.Of([Rows], [.. Enumerable.Range(0, Rows).Select(row => (long)row)])), ("other", NpyFile.Of([1], 1L))));
        files.Npy("without-0-and-1.npy", [Rows], [.. Enumerable.Range(0, Rows).Select(row => row < 2 ? -1L : 5)]);
        files.Npy("without-11.npy", [Rows], [.. Enumerable.Range(0, Rows).Select(row => row == 11 ? -1L : 6)]);
    }

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Fact]
    public void ArgumentsOfEveryKindArrive()
    {
        // Rows 2 to 10 but 7, modulo 4; it is named before what it is made from.
        var rows = Compare("e=echo-arguments:4:numbers.npz:n:pad=7:where=a:and=a,b", "a=without-0-and-1.npy", "b=without-11.npy").Done().Rows;
        double Of(string quantity, string labels) => rows.Single(row => row["quantity"] == quantity && row["label_set"] == labels).Number("value");
        int[] labelled = [2, 3, 4, 5, 6, 8, 9, 10];
        Assert.Equal(labelled.Length, Of("labelled-rows", "e"));
        Assert.Equal(labelled.Sum(row => row % 4), Of("sum-of-labels", "e"));
        Assert.Equal(labelled.Sum(row => row % 4 * (row + 1)), Of("sum-of-labels-by-index", "e"));
        Assert.Equal((10, 11), (Of("labelled-rows", "a"), Of("labelled-rows", "b")));
    }

    [Fact]
    public void WhatIsMadeFromAFailureIsNotToldAgain() =>
        Compare("e=echo-arguments:4:numbers.npz:n:where=a", "f=echo-arguments:4:numbers.npz:n:where=e", "a=nothing.npy").AssertRefused(
            $"the label file nothing.npy does not exist; check the path (looked from {files.PathOf()}).");

    [Fact]
    public void ArgumentsThatCannotBeReadAreOneSentenceEach() =>
        Compare(
            "a=echo-arguments:x:numbers.npz:n", "b=echo-arguments:4", "c=echo-arguments:4:numbers.npz:n:pad=y", "d=echo-arguments:4:numbers.npz:n:where=z",
            "e=echo-arguments:4:numbers.npz:n:where=e", "f=echo-arguments:0:numbers.npz:n").AssertRefused(
            "'echo-arguments:4' does not fit echo-arguments:COUNT:NUMBERS[:pad=PAD][:where=WHERE][:and=AND]; numbers is missing.",
            "'echo-arguments:x:numbers.npz:n': count is 'x'; a whole number of at least 0 is needed.",
            "'echo-arguments:4:numbers.npz:n:pad=y': pad is 'y'; a number is needed.",
            "label set d is made from 'z', which is not there; there are a, c, d, e, f.",
            "label sets are made from each other in a circle: e from e.",
            "echo-arguments:0:numbers.npz:n: count is 0; allowed is 1 and more.");

    private HostRun Compare(params string[] labels) => files.Compare(
        ["acts.npy", "--null", "0", "--plugin", staged.PathOf("EchoInputs"), "--estimators", "echo-inputs", .. labels.SelectMany(label => (string[])["--labels", label])]);
}
