namespace Infoscope.Host.Verifying.Child;

/// <summary>Sorts of work of a child process.</summary>
internal enum ChildWork
{
    /// <summary>Run a check and send its report.</summary>
    Run,

    /// <summary>Run one case, and say when it is done.</summary>
    Test,

    /// <summary>Run what a case shrinks to, one after another, and say when none of them ended the process.</summary>
    Shrink,

    /// <summary>Find what makes a case again, and send it.</summary>
    Find,
}
