using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Infoscope.Host.Commands;

/// <summary>Prints the help of a command and then lines that can be typed as they stand.</summary>
internal sealed class HelpWithExamples(HelpAction help, Dictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples[parseResult.CommandResult.Command]) output.WriteLine("  " + example);
        return code;
    }
}
