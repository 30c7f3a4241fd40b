namespace Infoscope.Host.Tests.Studying;

public sealed class InformationPlaneStudyTests : IDisposable
{
    private const string Header = "set,layer,step,estimator,quantity,label_set,value,unit,null_mean,ceiling\n";

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    private HostRun Plane(string rows, params string[] arguments)
    {
        files.Write("results.csv", Header + rows);
        return files.Run(["study", "information-plane", "results.csv", .. arguments]);
    }

    private static string Row(string step, string quantity, string labels, string value, string ceiling, string estimator = "binning") => $"acts.npz,h1,{step},{estimator},{quantity},{labels},{value},nats,0.1,{ceiling}\n";

    private static string Training => Row("10", "entropy", "", "4.6", "4.605") + Row("10", "mutual-information", "class", "1.2", "1.386") + Row("2", "entropy", "", "3", "4.605") + Row("2", "mutual-information", "class", "1.38", "1.386");

    [Fact]
    public void TrainingIsReadDownwardWithWhatIsSaturated()
    {
        var run = Plane(Training, "--format", "csv").Done();
        Assert.Equal("", run.Errors);
        Assert.Equal([("2", "3", "", "1.38", "saturated"), ("10", "4.6", "saturated", "1.2", "")], run.Rows.Select(row => (row["step"], row["input_information"], row["input_mark"], row["label_information"], row["label_mark"])));
        Assert.All(run.Rows, row => Assert.Equal(("entropy", "0.1", "1.386", "class"), (row["input_quantity"], row["label_null_mean"], row["label_ceiling"], row["label_set"])));
    }

    [Fact]
    public void TheTableSaysWhereTheEntropyIsTheInformation()
    {
        var lines = Plane(Training).Done().OutputLines;
        Assert.Equal("information plane, Y = class, in nats, by binning", lines[0]);
        Assert.Contains("I(X;T) by binning is H(T), the entropy of the layer: right where the layer is a function of its input and no input comes twice", lines);
        Assert.Contains(lines, line => line.StartsWith("saturated: ", StringComparison.Ordinal));
        Assert.Equal("information plane, Y = class, in bits, by binning", Plane(Training, "--unit", "bits").Done().OutputLines[0]);
    }

    [Fact]
    public void WhatHasOneAxisAloneIsNamedAndWhatIsMostlyBiasCounted()
    {
        var rows = Training + Row("20", "entropy", "", "3", "4.605") + Row("30", "mutual-information", "class", "0.15", "1.386") + Row("40", "entropy", "", "3", "4.605") + Row("40", "mutual-information", "class", "0.15", "1.386");
        var run = Plane(rows).Done();
        Assert.Equal(
            [
                "there is entropy without mutual information at acts.npz:h1 at step 20 by binning, which is left out",
                "there is mutual information without entropy at acts.npz:h1 at step 30 by binning, which is left out",
            ],
            run.ErrorLines);
        Assert.Contains("in 1 of 3 lines more than half of I(T;Y) is there under permuted labels as well: read it less its null", run.OutputLines);
    }

    [Fact]
    public void OfASoftAssignmentTheChannelCeilingIsTheInformation()
    {
        var rows = Training + Row("2", "entropy", "class", "4", "4.605", "soft") + Row("2", "channel-ceiling", "class", "1.5", "4", "soft") + Row("2", "mutual-information", "class", "1", "1.386", "soft");
        var line = Assert.Single(Plane(rows, "--estimators", "soft", "--format", "csv").Done().Rows);
        Assert.Equal(("channel-ceiling", "1.5"), (line["input_quantity"], line["input_information"]));
        var lines = Plane(rows).Done().OutputLines;
        Assert.Contains(lines, sentence => sentence.StartsWith("I(X;T) by soft is the channel ceiling", StringComparison.Ordinal));
        Assert.Contains(lines, sentence => sentence.StartsWith("I(X;T) by binning is H(T)", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatHasNoPlaneIsSaid()
    {
        Plane(Row("2", "entropy", "", "3", "")).AssertRefused("no layer has both entropy and mutual-information by one estimator; there is entropy by binning, and infoscope compare gives both with --labels.");
        Plane(Training, "--label-sets", "clas").AssertRefused("no point is about the label set 'clas'; did you mean class?");
        var run = Plane(Training + Row("2", "mutual-information", "class", "1", "", "neighbours"), "--format", "csv").Done();
        Assert.Equal(2, run.Rows.Count);
        Assert.Equal("no entropy beside the mutual information by neighbours, which is left out", Assert.Single(run.ErrorLines));
    }
}
