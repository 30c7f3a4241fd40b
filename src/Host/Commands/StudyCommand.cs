using System.CommandLine;

namespace Infoscope.Host.Commands;

/// <summary>What results say across activation sets; each study is a command of its own.</summary>
internal sealed class StudyCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope study layer-profile results",
        "infoscope study information-plane results.jsonl",
    ];

    public StudyCommand(params IEnumerable<Command> studies)
        : base("study", "Draw conclusions across layers, checkpoints and models from the rows that compare wrote.")
    {
        foreach (var study in studies) Add(study);
    }
}
