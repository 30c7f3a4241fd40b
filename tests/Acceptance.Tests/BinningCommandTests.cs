using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>Binning from the command line, on 64 rows that are all different.</summary>
public sealed class BinningCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-binning-").FullName;

    public BinningCommandTests()
    {
        File.Copy(Files.Reference("soft-entropy", "c2_small_clustered_z.npy"), Path.Combine(folder, "Z.npy"));
        File.Copy(Files.Reference("soft-entropy", "c2_small_clustered_labels.npy"), Path.Combine(folder, "Y.npy"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void JointSymbolsWithACorrectionGiveInformationAndSayThatEveryRowIsAlone()
    {
        var rows = HostProcess.Run(folder, "compare", "Z.npy", "--labels", "y=Y.npy", "--estimators", "binning", "--set", "binning.mode=joint", "--set", "binning.correction=chao-shen", "--format", "jsonl").Rows;
        var information = rows.Single(row => row.GetProperty("quantity").GetString() == "mutual-information");
        Assert.Equal(JsonValueKind.Number, information.GetProperty("value").ValueKind);
        Assert.Contains("each of the 64 rows is a symbol of its own", information.GetProperty("notes").GetString(), StringComparison.Ordinal);
    }
}
