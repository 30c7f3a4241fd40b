using System.CommandLine;

namespace Infoscope.Host.Commands;

/// <summary>What a plugin author starts from; each kind of plugin is a command of its own.</summary>
internal sealed class NewCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope new estimator Acme.Knn",
        "infoscope new estimator my-estimator --single-file",
    ];

    public NewCommand(params IEnumerable<Command> kinds)
        : base("new", "Write a plugin to start from: it builds, runs, and keeps what it claims.")
    {
        foreach (var kind in kinds) Add(kind);
    }
}
