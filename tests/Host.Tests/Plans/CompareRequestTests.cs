using Infoscope.Host.Plans;

namespace Infoscope.Host.Tests.Plans;

public sealed class CompareRequestTests
{
    private static readonly string PlanFolder = Path.GetFullPath("plans");

    private static readonly CompareRequest Plan = new()
    {
        Activations = ["acts.npy"], Labels = ["y=y.npy"], Reference = "ref.npy", Sequences = "rows", Attention = "att.npy",
        Estimators = ["a"], Quantities = ["entropy"], Set = ["a.x=1"], Null = 3, Seed = 4, Positions = "own", Items = true, Precision = "double",
        Unit = "bits", Format = "csv", Out = "out", Overwrite = true, Device = "cpu", Threads = 2, Plugin = ["mine"], BaseFolder = PlanFolder,
    };

    [Fact]
    public void WhatTheFlagsDoNotSayComesFromThePlan()
    {
        var request = new CompareRequest { BaseFolder = Path.GetFullPath("here") }.Over(Plan);
        Assert.Equivalent(Plan with { Out = Path.Combine(PlanFolder, "out"), Plugin = [Path.Combine(PlanFolder, "mine")], FlagFolder = Path.GetFullPath("here") }, request, strict: true);
    }

    [Fact]
    public void WhatTheFlagsSayWins()
    {
        var here = Path.GetFullPath("here");
        var flags = new CompareRequest
        {
            Estimators = ["b"], Quantities = ["count"], Set = ["a.x=2"], Null = 0, Seed = 0, Positions = "common", Items = true, Precision = "single",
            Unit = "nats", Format = "table", Out = "other", Overwrite = true, Device = "auto", Threads = 1, Plugin = ["yours"], BaseFolder = here,
        };
        Assert.Equivalent(
            flags with
            {
                Activations = Plan.Activations, Labels = Plan.Labels, Reference = Plan.Reference, Sequences = Plan.Sequences, Attention = Plan.Attention,
                Set = ["a.x=1"], SetOverPlan = ["a.x=2"], FlagFolder = here, Out = Path.Combine(here, "other"), Plugin = [Path.Combine(PlanFolder, "mine"), Path.Combine(here, "yours")], BaseFolder = PlanFolder,
            },
            flags.Over(Plan),
            strict: true);
    }
}
