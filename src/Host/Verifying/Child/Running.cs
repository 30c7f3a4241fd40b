using System.Diagnostics;

namespace Infoscope.Host.Verifying.Child;

/// <summary>An order that a child process is working on.</summary>
internal sealed class Running(int slot, long beat, TimeSpan time)
{
    /// <summary>Gets the slot of the journal.</summary>
    public int Slot => slot;

    /// <summary>Gets the time that one case may take.</summary>
    public TimeSpan Time => time;

    /// <summary>Gets the beat that was last seen.</summary>
    public long Beat { get; private set; } = beat;

    /// <summary>Gets whether a case was noted.</summary>
    public bool HasNoted { get; private set; }

    /// <summary>Gets the time since the last beat was first seen.</summary>
    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>Takes another beat.</summary>
    public void Sees(long beat)
    {
        (Beat, HasNoted) = (beat, true);
        Clock.Restart();
    }
}
