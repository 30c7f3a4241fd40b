using System.Text.RegularExpressions;

namespace Infoscope.Formats.Tests;

/// <summary>What came of reading all of a file: nothing, or a refusal, and what it cost.</summary>
internal sealed record Reading
{
    /// <summary>The promise: so much memory at most beyond what the file holds.</summary>
    public const long MostBeyondTheData = 64L << 20;

    // Far beyond what reading any mutant takes; what is not done then never is.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private static readonly Regex WordsOfTheFramework = new(@"Exception|System\.|Object reference|Specified argument|\(Parameter '|LineNumber|BytePosition|   at |Arithmetic|Index was", RegexOptions.CultureInvariant);

    private static readonly Regex EndOfASentence = new(@"[.?!] +[A-Z]", RegexOptions.CultureInvariant);

    /// <summary>Gets the message; empty when all was read.</summary>
    public required string Refusal { get; init; }

    /// <summary>Gets what the promise is broken by; empty when it is kept.</summary>
    public required string Defect { get; init; }

    /// <summary>Opens a file and reads every array as single, double and whole numbers or texts, or every column, on a thread of its own.</summary>
    public static Reading Of(string path)
    {
        Reading? reading = null;
        var thread = new Thread(() => reading = OnThisThread(path)) { IsBackground = true };
        thread.Start();
        return thread.Join(TimeLimit) ? reading! : new Reading { Refusal = "", Defect = $"it is not read after {TimeLimit.TotalSeconds} s" };
    }

    private static Reading OnThisThread(string path)
    {
        var (singles, doubles) = (new float[4096], new double[4096]);
        var held = new FileInfo(path).Length;
        var refusal = "";
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (path.EndsWith(".csv", StringComparison.Ordinal)) ReadTable(path);
            else ReadArrays(path, singles, doubles, ref held);
        }
        catch (ArrayFileException failure)
        {
            refusal = failure.Message;
        }
        catch (Exception failure)
        {
            return new Reading { Refusal = failure.Message, Defect = $"it ends in {failure}" };
        }

        var beyond = GC.GetAllocatedBytesForCurrentThread() - before - held;
        var defect = beyond > MostBeyondTheData ? $"it takes {beyond} bytes beyond its data" : refusal.Length == 0 ? "" : DefectOf(refusal, path);
        return new Reading { Refusal = refusal, Defect = defect };
    }

    private static string DefectOf(string refusal, string path)
    {
        // What quotes the file is not the message's own words.
        var own = Regex.Replace(refusal.Replace(path, "FILE", StringComparison.Ordinal), "'[^']*'|`[^`]*`", "");
        if (!refusal.Contains(path, StringComparison.Ordinal)) return $"the file is not named in: {refusal}";
        if (refusal.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029')) return $"a control character is in: {refusal}";
        if (refusal[^1] is not ('.' or '?') || EndOfASentence.IsMatch(own)) return $"not one sentence: {refusal}";
        return WordsOfTheFramework.IsMatch(own) ? $"words of the framework are in: {refusal}" : "";
    }

    private static void ReadTable(string path)
    {
        var table = CsvTable.Open(path);
        foreach (var record in table.Records()) _ = record.Count;
        foreach (var column in table.Columns.Take(20))
        {
            // Columns of one name are refused, which must not hide what follows.
            if (table.Columns.Count(other => other == column) == 1) table.Column(column);
        }
    }

    private static void ReadArrays(string path, float[] singles, double[] doubles, ref long held)
    {
        using var file = ArrayFile.Open(path);
        foreach (var member in file.Unreadable)
        {
            if (DefectOf(member.Reason, path) is { Length: > 0 } defect) throw new InvalidOperationException(defect);
        }

        foreach (var array in file.Arrays)
        {
            if (array.ElementType.IsText())
            {
                var texts = array.ReadTexts();
                held += texts.Sum(text => 256L + (8 * text.Length));
                var again = new string[1];
                for (var i = 0; i < Math.Min(texts.Count, 1000); i++)
                {
                    array.Read(i, again);
                    if (again[0] != texts[i]) throw new InvalidOperationException($"text {i} is '{texts[i]}' and '{again[0]}'");
                }

                continue;
            }

            // Held whole first: nothing has shown yet whether the bytes are there.
            array.ToNumericArray();
            held += array.Length * sizeof(double);
            for (var first = 0L; first < array.Length; first += singles.Length)
            {
                var count = (int)Math.Min(singles.Length, array.Length - first);
                array.Read(first, singles.AsSpan(0, count));
                array.Read(first, doubles.AsSpan(0, count));
            }

        }
    }
}
