namespace Infoscope.Host.Verifying.Child;

/// <summary>Sorts of <see cref="Death"/>.</summary>
internal enum DeathKind
{
    /// <summary>The process ended by itself.</summary>
    Ended,

    /// <summary>A case took longer than it may.</summary>
    Hung,

    /// <summary>The process took more memory than it may.</summary>
    OutOfMemory,
}
