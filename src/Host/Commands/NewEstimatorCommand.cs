using System.CommandLine;
using Infoscope.Host.Scaffolding;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of new estimator.</summary>
internal sealed class NewEstimatorCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope new estimator Acme.Knn",
        "infoscope new estimator my-estimator --single-file --output plugins",
    ];

    private readonly Argument<string> name = new("NAME") { Description = "The name of the plugin, such as Acme.Knn: its files, its namespace, and the estimator acme-knn" };
    private readonly Option<bool> singleFile = new("--single-file") { Description = "Write one C# file, which the host compiles itself, instead of a project with tests" };
    private readonly Option<string?> output = One("--output", "DIR", "The folder to write into [NAME; with --single-file the current one]");

    public NewEstimatorCommand(CommonOptions common)
        : base("estimator", "Write an estimator to start from, a project with its tests or one file.")
    {
        Add(name);
        Add(singleFile);
        Add(output);
        common.AddTo(this);
        SetAction(parse => common.Run(parse, log => new NewEstimator(Request(parse, common), log).Run()));
    }

    private NewRequest Request(ParseResult parse, CommonOptions common) => new()
    {
        Name = parse.GetValue(name)!,
        IsSingleFile = parse.GetValue(singleFile),
        Output = parse.GetValue(output),
        Beside = common.PluginPaths(parse) ?? [],
    };
}
