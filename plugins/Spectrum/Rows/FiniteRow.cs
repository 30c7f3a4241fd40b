namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Tells rows that can be used from those that cannot.</summary>
internal static class FiniteRow
{
    /// <summary>Tells whether a row holds neither a NaN nor an infinity.</summary>
    public static bool Is(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }
}
