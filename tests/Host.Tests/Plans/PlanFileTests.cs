using Infoscope.Host.Plans;

namespace Infoscope.Host.Tests.Plans;

public sealed class PlanFileTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void EveryPropertyIsRead()
    {
        var plan = Read("""
            {
              // Comments and trailing commas are allowed.
              "activations": ["a.npy", "b.npy"], "labels": { "y": "y.npy", "token": "ngram:1:t.npy" }, "reference": "r.npy", "sequences": "rows", "attention": "att.npy",
              "estimators": "soft-entropy", "quantities": ["entropy"], /* so are these */ "set": { "soft-entropy.anchors": 50, "x.flag": true, "x.text": "t", "x.number": 1e-3 },
              "null": 3, "seed": 18446744073709551615, "positions": "own", "items": true, "precision": "double", "unit": "bits", "format": "table", "out": "out",
              "overwrite": false, "device": "cpu", "threads": 2, "plugin": ["mine"],
            }
            """);
        var expected = new CompareRequest
        {
            Activations = ["a.npy", "b.npy"], Labels = ["y=y.npy", "token=ngram:1:t.npy"], Reference = "r.npy", Sequences = "rows", Attention = "att.npy",
            Estimators = ["soft-entropy"], Quantities = ["entropy"], Set = ["soft-entropy.anchors=50", "x.flag=true", "x.text=t", "x.number=1e-3"],
            Null = 3, Seed = ulong.MaxValue, Positions = "own", Items = true, Precision = "double", Unit = "bits", Format = "table", Out = "out",
            Overwrite = false, Device = "cpu", Threads = 2, Plugin = ["mine"], BaseFolder = files.PathOf(),
        };
        Assert.Equivalent(expected, plan, strict: true);
    }

    [Fact]
    public void WhatIsNotSaidIsNull() => Assert.Equivalent(new CompareRequest { BaseFolder = files.PathOf() }, Read("{}"), strict: true);

    [Fact]
    public void EverythingThatIsWrongIsToldAtOnce() => Refuses(
        """
        { "activatons": [], "labels": ["y"], "set": { "a.b": [1] }, "estimators": [1], "null": -1, "seed": 1.5, "threads": 99999999999, "items": "yes", "format": null, "out": 3, "plugin": {} }
        """,
        "has a property 'activatons', which no plan has; did you mean activations?",
        ": labels is an array; it must be an object.",
        ": estimators holds a number; it must be a text or an array of texts.",
        ": set.a.b is an array; it must be a text, a number, true or false.",
        ": null is -1; it must be a whole number from 0 to 2147483647.",
        ": seed is 1.5; it must be a whole number from 0 to 18446744073709551615.",
        ": items is a text; it must be true or false.",
        ": format is null; it must be a text.",
        ": out is a number; it must be a text.",
        ": threads is 99999999999; it must be a whole number from 0 to 2147483647.",
        ": plugin is an object; it must be a text or an array of texts.");

    [Theory]
    [InlineData("[1]", "holds an array; a plan is an object such as { \"activations\": [\"layer1.npy\"] }.")]
    [InlineData("{ \"seed\": 1, \"seed\": 2 }", "cannot be read: Duplicate property 'seed' encountered during deserialization.")]
    [InlineData("{\n  \"seed\": 1\n  \"null\": 2\n}", "cannot be read at line 3: '\"' is invalid after a value. Expected either ',', '}', or ']'.")]
    [InlineData("{ \"format\": \"\\ud800\" }", "holds a \\u escape that is no Unicode character; write the character itself.")]
    [InlineData("{ \"labels\": { \"y\": \"\\ud800\" } }", "holds a \\u escape that is no Unicode character; write the character itself.")]
    [InlineData("{ \"set\": { \"\\udc00\": 1 } }", "holds a \\u escape that is no Unicode character; write the character itself.")]
    [InlineData("{ \"\\ud800\": 1 }", "holds a \\u escape that is no Unicode character; write the character itself.")]
    public void WhatIsNoPlanIsRefused(string text, string sentence) => Refuses(text, sentence);

    [Fact]
    public void APathThatNoFileCanHaveIsRefused() => Refuses(
        """
        { "labels": { "y": "a\u0000.npy" }, "out": "\u0000", "plugin": ["a\u0000.cs", ""] }
        """,
        ": labels holds the character \\u0000, which no path and no name has; leave it out.",
        ": out holds the character \\u0000, which no path and no name has; leave it out.",
        ": plugin holds the character \\u0000, which no path and no name has; leave it out.",
        ": plugin holds an empty text; give a folder, a DLL or a .cs file.");

    [Fact]
    public void APlanThatIsNotThereIsRefused() => Assert.Equal(
        $"the plan nothing.json does not exist; check the path (the current folder is {Environment.CurrentDirectory}).",
        Assert.Throws<UserError>(() => PlanFile.Read("nothing.json")).Message);

    private CompareRequest Read(string text)
    {
        files.Write("plan.json", text);
        return PlanFile.Read(files.PathOf("plan.json"));
    }

    private void Refuses(string text, params string[] sentences)
    {
        var problems = Assert.Throws<UserError>(() => Read(text)).Problems;
        Assert.Equal(sentences.Select(sentence => $"the plan {files.PathOf("plan.json")}{(sentence[0] == ':' ? "" : " ")}{sentence}"), problems);
    }
}
