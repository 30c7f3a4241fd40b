using Infoscope.Host.Inputs;

namespace Infoscope.Host.Tests.Inputs;

/// <summary>Files that give the names of labels other names.</summary>
public sealed class MappingTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void ATableOfTwoColumnsGivesNamesGroups()
    {
        files.Write("map.csv", "name,group\n7,odd\n\"a, \"\"b\"\"\",\"c\nd\"\n8,\n9,-1\n");
        Assert.Equal(Pairs(("7", "odd"), ("a, \"b\"", "c\nd")), Open("map.csv"));
    }

    [Fact]
    public void AnArrayGivesEachIndexAGroup()
    {
        files.Npy("map.npy", [4], [3L, -1, 3, 5]);
        Assert.Equal(Pairs(("0", "3"), ("2", "3"), ("3", "5")), Open("map.npy"));
        files.Write("map.npz", NpzFile.Of(("groups", NpyFile.Of([3], "noun", "", "verb")), ("other", NpyFile.Of([1], 1L))));
        Assert.Equal(Pairs(("0", "noun"), ("2", "verb")), Open("map.npz:groups"));
    }

    [Fact]
    public void WhatIsNoMappingIsOneSentence()
    {
        files.Write("one.csv", "name\n7\n");
        files.Write("three.csv", "name,group,more\n7,8,9\n");
        files.Write("twice.csv", "name,group\n7,odd\n7,\n");
        files.Npy("grid.npy", [2, 2], [1L, 2, 3, 4]);
        files.Npy("real.npy", [2], [1f, 2]);
        Refuses("one.csv", "one.csv has the columns name; a mapping has two, the name of a label and its new name.");
        Refuses("three.csv", "three.csv has the columns name, group, more; a mapping has two, the name of a label and its new name.");
        Refuses("three.csv:group", "three.csv:group names one column; a mapping is a whole table of two, so give three.csv.");
        Refuses("twice.csv", "twice.csv gives '7' twice; give each name once.");
        Refuses("grid.npy", "grid.npy has shape (2, 2); a mapping has one axis, in which the name of a label is the index.");
        Refuses("real.npy", "real.npy holds float32; labels are whole numbers or texts, so save them as labels.astype(\"int64\").");
    }

    private static Dictionary<string, string> Pairs(params (string Name, string Group)[] pairs) => pairs.ToDictionary(pair => pair.Name, pair => pair.Group);

    private IReadOnlyDictionary<string, string> Open(string text) => new SmallFiles(files.PathOf()).OpenMapping(text);

    private void Refuses(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<UserError>(() => Open(text)).Message);
}
