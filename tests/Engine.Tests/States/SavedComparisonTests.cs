using Infoscope.Engine.Derived;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;
using Infoscope.Engine.States;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.States;

public sealed class SavedComparisonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-states-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, 1L << 30)]
    [InlineData(3, 1L << 30)]
    [InlineData(3, 1)]
    [InlineData(10, 1L << 30)]
    public void PartsGiveTheRowsOfOneRunToTheLastBit(int parts, long memory)
    {
        var settings = Settings() with { MemoryBytes = memory };
        var expected = new Comparison(Set(), Estimators(), settings).Run(null, CancellationToken.None);
        Assert.NotEmpty(expected.Rows);
        var merged = Merge([.. Enumerable.Range(0, parts).Reverse().Select(index => Save($"{index}.state", Set(), settings with { Shard = new Shard(index, parts) }))], settings);
        Assert.Equal(expected.Rows.Select(Bits), merged.Rows.Select(Bits));
        Assert.Equal(expected.Failures, merged.Failures);
    }

    [Fact]
    public void APartByItselfHasNoRowsOfEstimatorsThatAreFedByFolds()
    {
        using var to = new MemoryStream();
        using var writer = Writer(to, Settings() with { Shard = new Shard(0, 3) });
        var result = new Comparison(Set(), Estimators(), Settings() with { Shard = new Shard(0, 3) }).Run(null, writer, CancellationToken.None);
        Assert.DoesNotContain(result.Rows, row => row.Estimator == "streams");
    }

    [Fact]
    public void WhatDoesNotBelongIsRefused()
    {
        var first = Save("a.state", Set(), Settings() with { Shard = new Shard(0, 2) });
        var second = Save("b.state", Set(), Settings() with { Shard = new Shard(1, 2) });
        var other = Save("seed.state", Set(), Settings() with { Shard = new Shard(1, 2), Seed = 12 });
        var rows = Save("rows.state", Set(shift: 1), Settings() with { Shard = new Shard(1, 2) });
        var labels = Save("labels.state", Set(label: 5), Settings() with { Shard = new Shard(1, 2) });
        var thirds = Save("thirds.state", Set(), Settings() with { Shard = new Shard(1, 3) });
        Assert.Equal($"the state {first} is part 1 of 2, as {first} is; give each part once.", Refusal([first, second, first]));
        Assert.Equal("part 2 of 2 is missing; give the states of all parts.", Refusal([first]));
        Assert.Equal($"the state {other} belongs to another comparison than {first}: its settings differ; merge parts of one comparison alone.", Refusal([first, other]));
        Assert.Equal($"the state {rows} belongs to another comparison than {first}: the rows or labels of s are others; merge parts of one comparison alone.", Refusal([first, rows]));
        Assert.Equal($"the state {labels} belongs to another comparison than {first}: the rows or labels of s are others; merge parts of one comparison alone.", Refusal([first, labels]));
        Assert.Equal($"the state {thirds} belongs to another comparison than {first}: it is one of 3 parts, that one of 2; merge parts of one comparison alone.", Refusal([first, thirds]));
    }

    [Fact]
    public void EveryDamageIsNoticed()
    {
        var path = Save("whole.state", Set(), Settings());
        var whole = File.ReadAllBytes(path);
        var random = new RandomStream(1, "damage");
        for (var trial = 0; trial < 200; trial++)
        {
            var damaged = trial % 2 == 0 ? whole[..(int)random.NextBelow(whole.Length)] : (byte[])whole.Clone();
            if (trial % 2 == 1) damaged[random.NextBelow(whole.Length)] ^= (byte)(1 << (int)random.NextBelow(8));
            File.WriteAllBytes(path, damaged);
            var refusal = Assert.Throws<InvalidDataException>(() => SavedState.Open(path)).Message;
            Assert.Contains(refusal, new[]
            {
                $"the state {path} is no file of states; give files that infoscope compare --save-state wrote.",
                $"the state {path} is damaged or cut short: its checksum is another; copy it again, or save it again.",
            });
        }
    }

    [Theory]
    [InlineData("\"Pass\":0", "\"Pass\":3")]
    [InlineData("\"Fold\":0", "\"Fold\":1")]
    [InlineData("\"Fold\":0", "\"Fold\":10")]
    [InlineData("\"Nulls\":4", "\"Nulls\":-4")]
    [InlineData("\"Nulls\":4", "\"Nulls\":5")]
    [InlineData("\"Estimator\":0", "\"Estimator\":9")]
    [InlineData("\"Offset\":", "\"Offset\":1000")]
    [InlineData("\"Length\":", "\"Length\":99")]
    [InlineData("\"Notes\":[\"a note\"]", "\"Notes\":[null]")]
    [InlineData("\"LabelNames\":[0", "\"LabelNames\":[7")]
    [InlineData("\"Shard\":", "\"Sherd\":")]
    public void AManifestThatNobodyWroteIsRefused(string text, string altered)
    {
        var path = Save("forged.state", Set(), Settings());
        var bytes = File.ReadAllBytes(path);
        var end = bytes.Length - 40;
        var length = (int)BitConverter.ToInt64(bytes, end);
        var manifest = System.Text.Encoding.UTF8.GetString(bytes, end - length, length);
        var place = manifest.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0, manifest[..Math.Min(manifest.Length, 3000)]);
        var forged = System.Text.Encoding.UTF8.GetBytes(manifest[..place] + altered + manifest[(place + text.Length)..]);
        byte[] body = [.. bytes[..(end - length)], .. forged, .. BitConverter.GetBytes((long)forged.Length)];
        File.WriteAllBytes(path, [.. body, .. System.Security.Cryptography.SHA256.HashData(body)]);
        Assert.Equal($"the state {path} was written by another version of infoscope, or by something else; save it again with this one.", Assert.Throws<InvalidDataException>(() => SavedState.Open(path)).Message);
    }

    [Theory]
    [InlineData("closes")]
    [InlineData("restore throws")]
    [InlineData("restore null")]
    public void APluginThatSavesOrRestoresBadlyFailsAlone(string how)
    {
        EstimatorEntry[] estimators = [Saved(Given.Entry(new BadlySavingEstimator(how), "bad")), Saved(Given.Entry(new MeanEstimator(), "streams"))];
        var path = Path.Combine(folder, "bad.state");
        using (var file = File.Create(path))
        using (var writer = Writer(file, Settings(), estimators))
        {
            var result = new Comparison(Set(), estimators, Settings()).Run(null, writer, CancellationToken.None);
            Assert.Empty(result.Failures);
            writer.Finish(false);
        }

        using var state = SavedState.Open(path);
        var merged = SavedComparison.Of([state]).Complete(0, estimators, Settings(), CancellationToken.None);
        Assert.Equal(how == "closes" ? ["bad", "streams"] : ["streams"], merged.Rows.Select(row => row.Estimator).Distinct());
        Assert.Equal(how switch { "closes" => [], "restore null" => [("bad", "Restore gave null")], _ => [("bad", "InvalidOperationException: not today (BadlySavingEstimator.cs, line 12)")] }, merged.Failures);
    }

    [Fact]
    public void AnEstimatorThatCannotTakeUpAStateIsToldOf()
    {
        var problem = Assert.Single(new Comparison(Set(), [Given.Entry(new EntropyEstimator(3), "entropy")], Settings() with { SavesStates = true }).Check());
        Assert.Equal(("entropy", "entropy cannot take up a saved state, so --save-state cannot hold it; name other estimators with --estimators."), (problem.Estimator, problem.Sentence));
    }

    // A record writes every public member, and a double so that its bits come back.
    private static string Bits(ResultRow row) =>
        $"{row with { Seconds = 0, PeakBytes = 0 }} {string.Join(';', row.Notes)} {string.Join(';', row.Options.Select(option => $"{option.Key}={option.Value}"))}";

    private static ComparisonSettings Settings() => Given.Settings(nulls: 4) with { Optimalities = [new Optimality("y", "z")] };

    private static ActivationSet Set(int shift = 0, long label = 0) => new()
    {
        Name = "s",
        Activations = shift == 0 ? new MemoryActivations(1003, 2) : new MemoryActivations(1003, 3),
        Labels = [Given.Labels("y", [.. Enumerable.Range(0, 1003).Select(row => row == 7 ? label : row % 6L)]), Given.Labels("z", [.. Enumerable.Range(0, 1003).Select(row => row * row % 11L)])],
        Notes = ["a note"],
    };

    private static EstimatorEntry[] Estimators() =>
    [
        Saved(Given.Entry(new MeanEstimator(), "streams")) with { MayDependOnScale = true },
        Saved(Given.Entry(new RecordingEstimator(new InputRequirements { Labels = InputNeed.None }, mergeable: false), "counts")),
        Saved(Given.Entry(new MeanEstimator(access: RowAccess.AllRows), "holds")),
        Saved(Given.Entry(new ThrowingEstimator(), "fails")),
    ];

    private static EstimatorEntry Saved(EstimatorEntry entry) =>
        entry with { Saved = new SavedEstimator { Id = entry.Id, Version = entry.Version, OptionTexts = new Dictionary<string, string>(), Arrays = new Dictionary<string, SavedArray>() } };

    private static StateWriter Writer(Stream to, ComparisonSettings settings, EstimatorEntry[]? estimators = null)
    {
        return new StateWriter(to, "tests 1", "1.1", settings.Shard, SavedSettings.Of(settings, null, []), [.. (estimators ?? Estimators()).Select(entry => entry.Saved!)]);
    }

    private static string Refusal(string[] paths)
    {
        var states = paths.Select(SavedState.Open).ToArray();
        try
        {
            return Assert.Throws<InvalidDataException>(() => SavedComparison.Of(states)).Message;
        }
        finally
        {
            foreach (var state in states) state.Dispose();
        }
    }

    private string Save(string name, ActivationSet set, ComparisonSettings settings)
    {
        var path = Path.Combine(folder, name);
        using var file = File.Create(path);
        using var writer = Writer(file, settings);
        new Comparison(set, Estimators(), settings).Run(null, writer, CancellationToken.None);
        writer.Finish(false);
        return path;
    }

    private static ComparisonResult Merge(string[] paths, ComparisonSettings settings)
    {
        var states = paths.Select(SavedState.Open).ToArray();
        try
        {
            return SavedComparison.Of(states).Complete(0, Estimators(), settings, CancellationToken.None);
        }
        finally
        {
            foreach (var state in states) state.Dispose();
        }
    }
}
