using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Infoscope.Host;
using Infoscope.Host.Commands;
using Infoscope.Host.Ending;
using Infoscope.Host.Reports;
using Infoscope.Host.Verifying.Child;

StandardOutput.Reserve();
if (args is [ChildProgram.Word])
{
    ChildProgram.Run();
    return ExitCode.Done;
}

var compare = new CompareCommand(new CommonOptions());
var merge = new MergeCommand(new CommonOptions());
var list = new ListCommand(new CommonOptions());
var describe = new DescribeCommand(new CommonOptions());
var inspect = new InspectCommand(new CommonOptions());
var verify = new VerifyCommand(new CommonOptions());
var benchmark = new BenchmarkCommand(new CommonOptions());
var layerProfile = new LayerProfileCommand(new CommonOptions());
var powerLaw = new PowerLawCommand(new CommonOptions());
var informationPlane = new InformationPlaneCommand(new CommonOptions());
var study = new StudyCommand(layerProfile, powerLaw, informationPlane);
var newEstimator = new NewEstimatorCommand(new CommonOptions());
var make = new NewCommand(newEstimator);
var root = new RootCommand("Compare estimators of information structure on the same neural-network activations.") { compare, merge, inspect, list, describe, verify, benchmark, study, make };
var help = root.Options.OfType<HelpOption>().Single();
help.Action = new HelpWithExamples((HelpAction)help.Action!, new()
{
    [root] = ["infoscope compare samples/digits.json", "infoscope list"],
    [compare] = CompareCommand.Examples,
    [merge] = MergeCommand.Examples,
    [inspect] = InspectCommand.Examples,
    [list] = ListCommand.Examples,
    [describe] = DescribeCommand.Examples,
    [verify] = VerifyCommand.Examples,
    [benchmark] = BenchmarkCommand.Examples,
    [study] = StudyCommand.Examples,
    [layerProfile] = LayerProfileCommand.Examples,
    [powerLaw] = PowerLawCommand.Examples,
    [informationPlane] = InformationPlaneCommand.Examples,
    [make] = NewCommand.Examples,
    [newEstimator] = NewEstimatorCommand.Examples,
});
var parsed = root.Parse(args);
var problems = CommandLineProblems.Of(parsed);
if (problems.Count == 0)
{
    using var interrupts = new Interrupts(listens: parsed.Action is AsynchronousCommandLineAction);
    using var guard = new ExitGuard();
    return await interrupts.Run(cancellation => parsed.InvokeAsync(new InvocationConfiguration { Output = StandardOutput.Writer, ProcessTerminationTimeout = null }, cancellation));
}

foreach (var problem in problems) Console.Error.WriteLine(problem);
Console.Error.WriteLine($"try: {CommandLineProblems.NameOf(parsed.CommandResult.Command)} --help");
return ExitCode.WrongInput;
