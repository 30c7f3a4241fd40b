using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Reports;

/// <summary>Writes what came of verifying.</summary>
internal interface IVerifyReport
{
    /// <summary>Writes one estimator.</summary>
    /// <param name="report">What came of it.</param>
    /// <param name="replay">What makes its command lines.</param>
    void Add(VerificationReport report, ReplayCommand replay);
}
