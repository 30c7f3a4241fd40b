using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Infoscope.Engine.Feeding;

/// <summary>What becomes of an exception out of a plugin.</summary>
internal static class Failures
{
    /// <summary>Tells whether the user can mend it: an option, a shape, or numbers without an answer.</summary>
    public static bool IsMendable(Exception failure) => failure is OptionException or ActivationShapeException or NumericalFailureException;

    /// <summary>Tells a cancellation that was asked for from one that a plugin made up, such as by a time limit of its own.</summary>
    public static bool IsCancellation(Exception failure, EstimationContext context) => failure is OperationCanceledException && context.Cancellation.IsCancellationRequested;

    /// <summary>Gives the sentence of an exception that speaks to users, else its type and message and, for the author, where it was thrown.</summary>
    public static string Describe(Exception failure) => IsMendable(failure) || failure is PluginFaultException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}{PlaceOf(failure)}";

    // The innermost line of a plugin that was built with symbols, the contract's own checks passed over.
    private static string PlaceOf(Exception failure)
    {
        var frame = new StackTrace(failure, fNeedFileInfo: true).GetFrames()
            .TakeWhile(frame => AssemblyOf(frame) != typeof(Failures).Assembly)
            .FirstOrDefault(frame => frame.GetFileName() is not null && AssemblyOf(frame) != typeof(IEstimator).Assembly);
        return frame is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Path.GetFileName(frame.GetFileName())}, line {frame.GetFileLineNumber()})");
    }

    private static Assembly? AssemblyOf(StackFrame frame) => frame.GetMethod()?.Module.Assembly;
}
