using Infoscope.Formats;

namespace Infoscope.Host.Inspection;

/// <summary>Counts texts as they come.</summary>
internal sealed class TextScan(Allowance allowance)
{
    private const int TextsTogether = 256;

    // What a text and its place in a set take beside its letters.
    private const long BytesOfAText = 80;

    private readonly DistinctValues<string> different = new(allowance, text => BytesOfAText + (sizeof(char) * (long)text.Length));
    private long unlabelled, numbers, wholes;

    /// <summary>Gets the memory that the different texts of a file may take together.</summary>
    public static Allowance OfAFile => new(16 << 20);

    public DistinctCount Different => different.Count;

    public IReadOnlyList<string> Examples => different.Examples;

    /// <summary>Gets how many texts are rows without a label.</summary>
    public long Unlabelled => unlabelled;

    /// <summary>Gets what all texts but the empty ones are.</summary>
    public string Word(long rows) => (rows - Empty) switch
    {
        0 => "nothing",
        var filled when wholes == filled => "whole numbers",
        var filled when numbers == filled => "numbers",
        _ => "texts",
    };

    private long Empty { get; set; }

    /// <summary>Reads all of an array of texts.</summary>
    public void AddAll(StoredArray array, IProgress<long> progress, CancellationToken cancellation)
    {
        var texts = new string[Math.Min(TextsTogether, array.Length)];
        for (var first = 0L; first < array.Length; first += texts.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = texts.AsSpan(0, (int)Math.Min(texts.Length, array.Length - first));
            array.Read(first, some);
            foreach (var text in some) Add(text);
            progress.Report(first + some.Length);
        }
    }

    public void Add(string text)
    {
        if (text.Length == 0) Empty++;
        if (text is "" or "-1") unlabelled++;
        if (text.Length > 0)
        {
            if (long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _)) wholes++;
            if (double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)) numbers++;
        }

        different.Add(text);
    }
}
