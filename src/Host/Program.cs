using System.CommandLine;
using Infoscope.Host;
using Infoscope.Host.Commands;

var root = new RootCommand("Compare estimators of information structure on the same neural-network activations.")
{
    new CompareCommand(new CommonOptions()),
    new ListCommand(new CommonOptions()),
    new DescribeCommand(new CommonOptions()),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
Console.Error.WriteLine($"try: infoscope {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
return ExitCode.WrongInput;
