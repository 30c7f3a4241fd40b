namespace Infoscope;

/// <summary>Where an estimation says what a user should know while it runs; results belong in the estimates.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public interface IEstimationLog
{
    /// <summary>Says something of interest.</summary>
    void Information(string message);

    /// <summary>Says something that may need the user's attention.</summary>
    void Warning(string message);
}
