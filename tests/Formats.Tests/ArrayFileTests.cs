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

    [Fact]
    public void APipeIsRefusedAndNotWaitedFor()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var name in new[] { "pipe.npy", "pipe.csv" })
        {
            using var made = System.Diagnostics.Process.Start("mkfifo", folder.PathOf(name));
            made.WaitForExit();
            Assert.Equal(0, made.ExitCode);
        }

        Refusal.OfOpening(folder.PathOf("pipe.npy"), "is empty (0 bytes), or a pipe");
        var refusal = Assert.Throws<ArrayFileException>(() => CsvTable.Open(folder.PathOf("pipe.csv"))).Message;
        Assert.Equal($"{folder.PathOf("pipe.csv")} is empty (0 bytes), or a pipe, which cannot be read; its first line should name the columns.", refusal);
    }

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
    public void APickleOfPyTorchIsSavedAsOneTensorOrAsSeveral()
    {
        var path = folder.Write("labels.pt", [0x80, 2, 99, 46]);
        var stem = path[..^3];
        Says(path,
            $"{path} is a pickle of PyTorch, which can run any code and is never opened; if you trust it, " +
            $"save one tensor as .npy with `import numpy as np, torch; np.save(\"{stem}.npy\", torch.load(\"{path}\", map_location=\"cpu\", weights_only=True).numpy())`, " +
            $"or a dictionary of them as .safetensors with `import torch; from safetensors.torch import save_file; save_file({{k: v.contiguous() for k, v in torch.load(\"{path}\", map_location=\"cpu\", weights_only=True).items()}}, \"{stem}.safetensors\")`.");
    }

    [Theory]
    [InlineData("x.npy", "x-plain.npy")]
    [InlineData("x.safetensors", "x.npy")]
    public void AnArchiveOfPyTorchUnderAnotherNameIsOne(string name, string target)
    {
        var path = folder.Write(name, ZipBytes.Of(false, ("archive/version", [51]), ("archive/data.pkl", [0x80, 2])));
        Refusal.OfOpening(path, $"{path} is a pickle of PyTorch", $"np.save(\"{folder.PathOf(target)}\", torch.load(");
        Refusal.OfOpening(folder.Write(name, [.. "PK\x03\x04"u8, .. new byte[40]]), "begins as a .npz file");
    }

    [Fact]
    public void TextsAndHdf5AreToldHowToBecomeArrays()
    {
        foreach (var extension in new[] { ".txt", ".tsv" })
        {
            var path = folder.Write("labels" + extension, "1\n");
            Says(path,
                $"{path} has the extension '{extension}'; .npy, .npz and .safetensors can be read: save labels with `import numpy as np; np.save(\"{folder.PathOf("labels.npy")}\", np.loadtxt(\"{path}\", dtype=\"int64\"))`, " +
                "or as .csv with a first line that names the column, and activations without the dtype.");
        }

        foreach (var extension in new[] { ".h5", ".hdf5" })
        {
            var path = folder.Write("x" + extension, "data");
            Says(path,
                $"{path} has the extension '{extension}'; .npy, .npz and .safetensors can be read: " +
                $"save each array with `import h5py, numpy as np; np.save(\"{folder.PathOf("x.npy")}\", h5py.File(\"{path}\")[\"KEY\"][:])`.");
        }
    }

    [Fact]
    public void APlanIsGivenAlone()
    {
        var path = folder.Write("plan.json", "{}");
        Says(path, $"{path} is a .json file, which holds no arrays; if it is a plan, give it alone, as `infoscope compare {path}`.");
    }

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

    private static void Says(string path, string sentence) => Assert.Equal(sentence, Assert.Throws<ArrayFileException>(() => ArrayFile.Open(path)).Message);
}
