namespace Infoscope.ComparePeers.Running;

/// <summary>How lines are run.</summary>
internal sealed record Settings
{
    /// <summary>The threads of both sides.</summary>
    public const int Threads = 2;

    /// <summary>Gets the lines that are run; empty for all.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Gets the number of repetitions; null leaves it to the line.</summary>
    public int? Repetitions { get; init; }

    /// <summary>Gets whether sizes are small, to see that everything runs; limits then do not count.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Gets whether our costs are measured over growing sizes instead.</summary>
    public bool IsGrowth { get; init; }

    /// <summary>Gets the file that the table is written to as CSV; null for none.</summary>
    public string? Csv { get; init; }

    /// <summary>Gets the folder that a folder with all data is made in.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>Gets whether the large file is left for the next run.</summary>
    public bool Keeps { get; init; }

    /// <summary>Gets the kernels that OpenBLAS is made to use; null lets it choose.</summary>
    public string? CoreType { get; init; }

    /// <summary>Gets the Python that has the peers.</summary>
    public string Python { get; init; } = "/usr/bin/python3";

    /// <summary>Gets the number of repetitions of a line.</summary>
    public int Times(int usual) => Repetitions ?? (IsQuick ? Math.Min(usual, 3) : usual);

    /// <summary>Gives a size, or the small one.</summary>
    public int Size(int full, int quick) => IsQuick ? quick : full;
}
