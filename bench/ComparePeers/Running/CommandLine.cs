using System.Globalization;

namespace Infoscope.ComparePeers.Running;

/// <summary>Reads the arguments of the program.</summary>
internal static class CommandLine
{
    /// <summary>What the program understands.</summary>
    public const string Usage = """
        usage: bench/compare-with-peers [LINE...] [options]
          --repetitions N   how often each line is measured; each has a number of its own
          --quick           small sizes, to see that everything runs; limits then do not count
          --growth          how our costs grow with the sizes, without a peer
          --csv FILE        also write the table, with machine and versions
          --folder DIR      where data is written, some 5 GB with the large file [the temporary folder]
          --keep            leave the large file there, for the next run
          --core-type NAME  the kernels OpenBLAS is made to use [those it finds for the processor]
          --python PATH     the Python that has the peers [/usr/bin/python3]
        """;

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is not understood.</exception>
    public static Settings Parse(IReadOnlyList<string> arguments, IReadOnlyCollection<string> lines)
    {
        var settings = new Settings();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            settings = argument switch
            {
                "--repetitions" => settings with { Repetitions = Count(Next(rest, argument)) },
                "--quick" => settings with { IsQuick = true },
                "--growth" => settings with { IsGrowth = true },
                "--csv" => settings with { Csv = Next(rest, argument) },
                "--folder" => settings with { Folder = Next(rest, argument) },
                "--keep" => settings with { Keeps = true },
                "--core-type" => settings with { CoreType = Next(rest, argument) },
                "--python" => settings with { Python = Next(rest, argument) },
                _ when lines.Contains(argument) => settings with { Lines = [.. settings.Lines, argument] },
                _ => throw new FormatException($"'{argument}' is neither an option nor a line; lines are {string.Join(", ", lines)}."),
            };
        }

        return settings;
    }

    private static string Next(Queue<string> rest, string option) => rest.TryDequeue(out var value) ? value : throw new FormatException($"{option} needs a value.");

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw new FormatException($"--repetitions is '{text}'; it must be a whole number above 0.");
}
