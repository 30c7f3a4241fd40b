using System.IO.MemoryMappedFiles;
using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Child;

/// <summary>What the process of an estimator was doing when it ended: a file in the memory of both processes, with a slot for each thread.</summary>
/// <remarks>
/// A slot is a beat, which every note raises by two and which is odd while the note is written, the number of notes since the slot was begun, the length of the case in bytes, and the case.
/// A case that does not fit has the length 0.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const int HeaderBytes = 64;
    private const int SlotBytes = 128 * 1024;
    private const int CountAt = 8, LengthAt = 16, CaseAt = 20;

    private readonly FileStream file;
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly bool isMine;

    private Journal(string path, FileMode mode, long bytes)
    {
        Path = path;
        isMine = mode == FileMode.CreateNew;
        file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        map = MemoryMappedFile.CreateFromFile(file, null, bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor();
    }

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets or sets whether the process asked for more memory than it may have.</summary>
    public bool IsOutOfMemory
    {
        get => view.ReadInt32(0) != 0;
        set => view.Write(0, value ? 1 : 0);
    }

    /// <summary>Makes a journal, which is deleted at the end.</summary>
    public static Journal Create(int slots) =>
        new(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"infoscope-verify-{Guid.NewGuid():N}"), FileMode.CreateNew, HeaderBytes + ((long)slots * SlotBytes));

    /// <summary>Opens the journal of another process.</summary>
    public static Journal Open(string path) => new(path, FileMode.Open, 0);

    /// <summary>Begins a slot for another check.</summary>
    public void Begin(int slot)
    {
        view.Write(At(slot) + CountAt, 0L);
        view.Write(At(slot) + LengthAt, 0);
    }

    /// <summary>Notes a case before it runs.</summary>
    public void Note(int slot, TestCase one)
    {
        var bytes = CaseBytes.Write(one);
        var at = At(slot);
        view.Write(at, view.ReadInt64(at) + 1);
        view.Write(at + CountAt, view.ReadInt64(at + CountAt) + 1);
        var fits = bytes.Length <= SlotBytes - CaseAt;
        view.Write(at + LengthAt, fits ? bytes.Length : 0);
        if (fits) view.WriteArray(at + CaseAt, bytes, 0, bytes.Length);
        view.Write(at, view.ReadInt64(at) + 1);
    }

    /// <summary>Gets a number that every note changes.</summary>
    public long Beat(int slot) => view.ReadInt64(At(slot));

    /// <summary>Gives the last note of a process that ended: its number, and the case where it is known.</summary>
    public (long Number, TestCase? Case) Last(int slot)
    {
        var at = At(slot);
        var (number, length) = (view.ReadInt64(at + CountAt), view.ReadInt32(at + LengthAt));
        if (view.ReadInt64(at) % 2 != 0 || length is <= 0 or > SlotBytes - CaseAt) return (number, null);
        var bytes = new byte[length];
        view.ReadArray(at + CaseAt, bytes, 0, length);
        return (number, CaseBytes.Read(bytes));
    }

    public void Dispose()
    {
        view.Dispose();
        map.Dispose();
        file.Dispose();
        if (isMine) File.Delete(Path);
    }

    private static long At(int slot) => HeaderBytes + ((long)slot * SlotBytes);
}
