namespace Infoscope.Formats.Tests;

/// <summary>What opens, by name and by first bytes.</summary>
public sealed class ArrayFileTests : IDisposable
{
    private static readonly byte[] Npy = NpyBytes.Of("'<f4'", "(1,)", new byte[4]);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x.npy")]
    [InlineData("x.pt")]
    [InlineData("x")]
    [InlineData("nowhere/x.npz")]
    public void AMissingFileIsRefused(string name) => Refusal.OfOpening(folder.PathOf(name), "does not exist");

    [Theory]
    [InlineData("folder.npy")]
    [InlineData("folder")]
    public void AFolderIsRefused(string name)
    {
        Directory.CreateDirectory(folder.PathOf(name));
        Refusal.OfOpening(folder.PathOf(name), "is a folder");
    }

    [Theory]
    [InlineData("x.npy")]
    [InlineData("x.npz")]
    [InlineData("x.safetensors")]
    public void AnEmptyFileIsRefused(string name) => Refusal.OfOpening(folder.Write(name, ""), "is empty (0 bytes)");

    [Theory]
    [InlineData("x.npy")]
    [InlineData("x.npz")]
    [InlineData("x.safetensors")]
    public void AFileOfJunkIsRefused(string name)
    {
        Refusal.OfOpening(folder.Write(name, "j"), "does not begin as");
        Refusal.OfOpening(folder.Write(name, new string('j', 1000)), "does not begin as");
    }

    [Fact]
    public void AWrongNameIsRefusedWithTheRightOne()
    {
        Refusal.OfOpening(folder.Write("x.npz", Npy), "begins as a .npy file", "rename it", "x.npy");
        Refusal.OfOpening(folder.Write("x.npy", ZipBytes.Of(false, ("x.npy", Npy))), "begins as a .npz file");
        Refusal.OfOpening(folder.Write("y.npy", SafetensorsBytes.Of("{}", [])), "begins as a .safetensors file");
    }

    [Theory]
    [InlineData("x.pt", "save_file(")]
    [InlineData("x.pth", "save_file(")]
    [InlineData("x.ckpt", "save_file(")]
    [InlineData("x.bin", "save_file(")]
    [InlineData("x.PT", "save_file(")]
    [InlineData("x.pkl", "np.save(")]
    [InlineData("x.pickle", "np.save(")]
    [InlineData("x.npy", "safetensors")]
    public void APickleIsRefusedWithTheLineThatSavesIt(string name, string line) =>
        Refusal.OfOpening(folder.Write(name, [0x80, 2, 99, 46]), "pickle", "never opened", line);

    [Fact]
    public void NamesAreQuotedInTheLineOfPython() =>
        Refusal.OfOpening(folder.Write("a'b\"c.pkl", [0x80, 2]), "a'b\\\"c.npy\"");

    [Theory]
    [InlineData("x.h5", "'.h5'")]
    [InlineData("x", "no extension")]
    public void AnUnknownKindIsRefusedWithTheKnownOnes(string name, string part) =>
        Refusal.OfOpening(folder.Write(name, "data"), part, ".npy, .npz and .safetensors", "np.save(");

    [Fact]
    public void ATableIsRefusedWithTheWayToNameAColumn() => Refusal.OfOpening(folder.Write("x.csv", "a\n1\n"), ":COLUMN");

    [Fact]
    public void APointerOfGitLfsIsRefusedWithTheWayToFetchIt() =>
        Refusal.OfOpening(folder.Write("x.npy", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "git lfs pull");

    [Fact]
    public void TheExtensionMayBeInCapitals()
    {
        using var file = ArrayFile.Open(folder.Write("X.NPY", Npy));
        Assert.Single(file.Arrays);
    }

    [Fact]
    public void ARefusedFileIsClosedAgain()
    {
        var path = folder.Write("x.npy", Npy[..^1]);
        Assert.Throws<ArrayFileException>(() => ArrayFile.Open(path));
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }
}
