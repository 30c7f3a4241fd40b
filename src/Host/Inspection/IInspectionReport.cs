namespace Infoscope.Host.Inspection;

/// <summary>Takes files as they were inspected.</summary>
internal interface IInspectionReport
{
    void Add(InspectedFile file);

    /// <summary>Writes what only all files together tell.</summary>
    void End();
}
