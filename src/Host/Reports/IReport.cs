using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>Takes result rows as they are finished.</summary>
internal interface IReport : IDisposable
{
    /// <summary>Takes the rows of one activation set; what was taken is kept when the run is interrupted.</summary>
    void Add(IReadOnlyList<ResultRow> rows);

    /// <summary>Writes what could not be written before all rows were there; called once, also after an interruption.</summary>
    /// <param name="findings">What there is to know about the rows.</param>
    void End(IReadOnlyList<Finding> findings);
}
