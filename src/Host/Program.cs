using System.CommandLine;
using Infoscope.Host;
using Infoscope.Host.Commands;

var root = new RootCommand(
    "Compare estimators of information structure on the same neural-network activations.\n\nExamples:\n  infoscope compare samples/digits.json\n  infoscope list")
{
    new CompareCommand(new CommonOptions()),
    new ListCommand(new CommonOptions()),
    new DescribeCommand(new CommonOptions()),
};
root.TreatUnmatchedTokensAsErrors = false;
foreach (var command in root.Subcommands) command.TreatUnmatchedTokensAsErrors = false;
var parsed = root.Parse(args);
var problems = CommandLineProblems.Of(parsed);

// A cancelled run is given time to finish its block and to write what it has.
if (problems.Count == 0) return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
foreach (var problem in problems) Console.Error.WriteLine(problem);
Console.Error.WriteLine($"try: infoscope {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
return ExitCode.WrongInput;
