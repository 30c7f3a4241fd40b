namespace Infoscope.Host.Inspection;

/// <summary>Memory that several may use up together.</summary>
internal sealed class Allowance(long bytes)
{
    private long left = bytes;

    /// <summary>Takes some; false when there is not so much left.</summary>
    public bool Take(long wanted)
    {
        if (wanted > left) return false;
        left -= wanted;
        return true;
    }
}
