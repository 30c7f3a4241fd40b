namespace Infoscope.Loading.Tests;

public sealed class SourceCacheTests : IDisposable
{
    private static readonly string Key = new('a', 64);
    private static readonly CompiledSource Compiled = new(new byte[] { 1, 2, 3 }, ["one", "two"]);

    private readonly SourceFolder files = new();
    private readonly SourceCache cache;

    public SourceCacheTests() => cache = new SourceCache(files.CacheFolder);

    public void Dispose() => files.Dispose();

    [Fact]
    public void WhatWasCompiledIsTakenFromTheCache()
    {
        var path = files.Write("CountsRows.cs", SourceFolder.Plugin());
        var first = SourcePlugin.Compile(path, files.Settings);
        // Whatever the cache says under the key is taken, so that a second compilation would show.
        var key = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(files.CacheFolder)));
        cache.Write(key, first with { Warnings = ["from the cache"] });
        Assert.Equal(["from the cache"], SourcePlugin.Compile(path, files.Settings).Warnings);

        File.AppendAllText(path, "// changed\n");
        Assert.Empty(SourcePlugin.Compile(path, files.Settings).Warnings);
        File.Copy(path, files.PathOf("Other.cs"));
        SourcePlugin.Compile(files.PathOf("Other.cs"), files.Settings);
        Assert.Equal(3, Directory.GetFiles(files.CacheFolder).Length);
    }

    [Fact]
    public void WhatWasWrittenIsRead()
    {
        cache.Write(Key, Compiled);
        AssertKnown(cache.Read(Key));
        Assert.Null(cache.Read(new('b', 64)));
    }

    [Fact]
    public void ADamagedEntryIsNoneAndIsWrittenAgain()
    {
        cache.Write(Key, Compiled);
        var path = Assert.Single(Directory.GetFiles(files.CacheFolder));
        var whole = File.ReadAllBytes(path);
        for (var place = 0; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 0x10;
            File.WriteAllBytes(path, damaged);
            Assert.Null(cache.Read(Key));
            File.WriteAllBytes(path, whole[..place]);
            Assert.Null(cache.Read(Key));
        }

        cache.Write(Key, Compiled);
        AssertKnown(cache.Read(Key));
    }

    [Fact]
    public void AnEntryUnderAnotherNameIsNone()
    {
        cache.Write(Key, Compiled);
        var other = new string('b', 64);
        File.Move(Assert.Single(Directory.GetFiles(files.CacheFolder)), Path.Combine(files.CacheFolder, other + ".plugin"));
        Assert.Null(cache.Read(other));
    }

    [Fact]
    public void OnlyTheUserMayUseIt()
    {
        if (OperatingSystem.IsWindows()) return;
        cache.Write(Key, Compiled);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(files.CacheFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(files.CacheFolder))));

        File.SetUnixFileMode(files.CacheFolder, File.GetUnixFileMode(files.CacheFolder) | UnixFileMode.OtherWrite);
        Assert.Null(cache.Read(Key));
        cache.Write(new('b', 64), Compiled);
        Assert.Single(Directory.GetFiles(files.CacheFolder));
    }

    [Fact]
    public void APlaceThatCannotBeWrittenIsNoError()
    {
        var nowhere = new SourceCache(Path.Combine(files.Write("file", ""), "sources"));
        nowhere.Write(Key, Compiled);
        Assert.Null(nowhere.Read(Key));
        using var catalog = PluginCatalog.Discover([], [files.Write("CountsRows.cs", SourceFolder.Plugin())], PluginCatalog.DefaultConstructorTimeLimit, new() { Cache = nowhere });
        Assert.Empty(catalog.Refusals);
    }

    [Fact]
    public void WhatWasNotUsedForLongIsDeletedAndNothingElse()
    {
        string[] own = [$"{new('c', 64)}.plugin", $"{new('d', 64)}.plugin", $"{Key}.abcdefgh.ijk.tmp"];
        string[] others = ["notes.txt", "cafe.plugin", $"{new('c', 64)}.plugin.bak"];
        foreach (var name in own.Concat(others))
        {
            files.Write($"cache/sources/{name}", "");
            File.SetLastWriteTimeUtc(Path.Combine(files.CacheFolder, name), DateTime.UtcNow.AddDays(-31));
        }

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(files.CacheFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetLastWriteTimeUtc(Path.Combine(files.CacheFolder, own[1]), DateTime.UtcNow.AddDays(-29));
        cache.Write(Key, Compiled);
        Assert.Equal([.. others.Append(own[1]).Append($"{Key}.plugin").Order(StringComparer.Ordinal)], Directory.GetFiles(files.CacheFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AUseKeepsAnEntry()
    {
        cache.Write(Key, Compiled);
        var path = Assert.Single(Directory.GetFiles(files.CacheFolder));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-29));
        cache.Read(Key);
        Assert.InRange(File.GetLastWriteTimeUtc(path), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
    }

    [Fact]
    public void SeveralWritersLeaveAWholeEntry()
    {
        var large = Compiled with { Image = new byte[1 << 16] };
        Parallel.For(0, 200, i =>
        {
            if (i % 2 == 0) cache.Write(Key, large);
            else Assert.True(cache.Read(Key) is null or { Image.Length: 1 << 16 });
        });
        Assert.Equal(1 << 16, cache.Read(Key)!.Image.Length);
        Assert.Single(Directory.GetFiles(files.CacheFolder));
    }

    [Fact]
    public void TheEnvironmentNamesTheFolder()
    {
        if (OperatingSystem.IsWindows()) return;
        string? Of(params (string Name, string Value)[] variables) => SourceCache.FolderOf(name => variables.FirstOrDefault(one => one.Name == name).Value);
        Assert.Equal("/c/sources", Of(("INFOSCOPE_CACHE", "/c"), ("HOME", "/h")));
        Assert.Null(Of(("INFOSCOPE_CACHE", "off"), ("HOME", "/h")));
        Assert.Null(Of());
        if (!OperatingSystem.IsLinux()) return;
        Assert.Equal("/h/.cache/infoscope/sources", Of(("HOME", "/h")));
        Assert.Equal("/x/infoscope/sources", Of(("HOME", "/h"), ("XDG_CACHE_HOME", "/x")));
        Assert.Equal("/h/.cache/infoscope/sources", Of(("HOME", "/h"), ("XDG_CACHE_HOME", "relative")));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(int.MaxValue, 3)]
    [InlineData(2, -1)]
    [InlineData(2, int.MaxValue)]
    [InlineData(1, 3)]
    public void AnEntryWithImpossibleCountsIsNone(int lines, int bytes)
    {
        cache.Write(Key, Compiled);
        var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("infoscope compiled source 1");
        writer.Write(Key);
        writer.Write(lines);
        foreach (var line in Compiled.Warnings) writer.Write(line);
        writer.Write(bytes);
        writer.Write(Compiled.Image.Span);
        writer.Write(System.Security.Cryptography.SHA256.HashData(content.ToArray()));
        File.WriteAllBytes(Entry, content.ToArray());
        Assert.Null(cache.Read(Key));
        cache.Write(Key, Compiled);
        AssertKnown(cache.Read(Key));
    }

    [Fact]
    public void AnEntryThatIsNoRegularFileIsNoneAndIsReplaced()
    {
        if (OperatingSystem.IsWindows()) return;
        cache.Write(Key, Compiled);
        var real = files.PathOf("real");
        File.Move(Entry, real);
        File.CreateSymbolicLink(Entry, real);
        Assert.Null(cache.Read(Key));
        File.Delete(Entry);
        using (var make = System.Diagnostics.Process.Start("mkfifo", [Entry])!) make.WaitForExit();
        Assert.Null(cache.Read(Key));
        cache.Write(Key, Compiled);
        AssertKnown(cache.Read(Key));
    }

    [Fact]
    public void AFolderOfAnotherUserIsNotUsed()
    {
        // Only root may set the mode of what belongs to another, so as root nothing is to be seen.
        if (!OperatingSystem.IsLinux() || Environment.IsPrivilegedProcess) return;
        var others = new SourceCache("/usr");
        others.Write(Key, Compiled);
        Assert.Null(others.Read(Key));
    }

    private string Entry => Path.Combine(files.CacheFolder, $"{Key}.plugin");

    private static void AssertKnown(CompiledSource? found)
    {
        Assert.Equal(Compiled.Image.ToArray(), found!.Image.ToArray());
        Assert.Equal(Compiled.Warnings, found.Warnings);
    }
}
