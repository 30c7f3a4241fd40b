using Infoscope.Host.Watching;

namespace Infoscope.Host.Tests.Watching;

public sealed class WatchedFilesTests : IDisposable
{
    private readonly Workspace files = new();
    private readonly WatchedFiles watched;

    public WatchedFilesTests()
    {
        files.Write("A.cs", "one");
        watched = new WatchedFiles(() => [files.PathOf("A.cs"), files.PathOf("B.cs")]);
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void NothingChangesByItself() => Assert.Empty(Asked(3));

    [Fact]
    public void ASaveCountsOnceAndOnlyWhenItIsWhole()
    {
        files.Write("A.cs", "tw");
        Assert.Empty(watched.Changed());
        files.Write("A.cs", "two");
        Assert.Empty(watched.Changed());
        Assert.Equal([files.PathOf("A.cs")], watched.Changed());
        Assert.Empty(Asked(3));
    }

    [Fact]
    public void ASaveOfTheSameContentIsNone()
    {
        files.Write("A.cs", "one");
        File.SetLastWriteTimeUtc(files.PathOf("A.cs"), DateTime.UtcNow.AddHours(1));
        Assert.Empty(Asked(3));
    }

    [Fact]
    public void AChangeThatIsTakenBackIsNone()
    {
        files.Write("A.cs", "two");
        Assert.Empty(watched.Changed());
        files.Write("A.cs", "one");
        Assert.Empty(watched.Changed());
        files.Write("A.cs", "two");
        Assert.Empty(watched.Changed());
    }

    [Fact]
    public void AFileThatIsAwayForAMomentHasNotChanged()
    {
        File.Move(files.PathOf("A.cs"), files.PathOf("A.cs~"));
        Assert.Empty(Asked(3));
        File.Move(files.PathOf("A.cs~"), files.PathOf("A.cs"));
        Assert.Empty(Asked(3));
    }

    [Fact]
    public void AFileThatIsReplacedHasChanged()
    {
        // As an editor saves: beside it, and then in its place.
        files.Write("A.cs.new", "two");
        File.Move(files.PathOf("A.cs.new"), files.PathOf("A.cs"), overwrite: true);
        Assert.Equal([files.PathOf("A.cs")], Asked(2));
    }

    [Fact]
    public void AFileThatComesHasChanged()
    {
        files.Write("B.cs", "");
        Assert.Equal([files.PathOf("B.cs")], Asked(2));
    }

    private string[] Asked(int times) => [.. Enumerable.Range(0, times).SelectMany(_ => watched.Changed())];
}
