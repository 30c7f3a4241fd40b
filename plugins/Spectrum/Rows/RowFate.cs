namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>What becomes of a row.</summary>
internal enum RowFate
{
    /// <summary>It is used.</summary>
    Used,

    /// <summary>Every feature is 0 and it should have a direction; it is left out and counted.</summary>
    Zero,

    /// <summary>It holds a NaN or an infinity, or overflows when it is centred; it is left out and counted.</summary>
    NonFinite,
}
