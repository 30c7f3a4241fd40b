using System.Globalization;
using Infoscope.Conformance;
using Infoscope.Host.Inspection;

namespace Infoscope.Host.Verifying.Reports;

/// <summary>The command line that shows one check of a report again.</summary>
internal sealed class ReplayCommand(VerifyRequest request, bool isPath, string estimator)
{
    /// <summary>Gives the command line, quoted for a shell.</summary>
    public string Of(VerificationReport report, CheckReport check)
    {
        var words = new List<string> { "infoscope", "verify", request.Plugin };
        if (isPath) words.AddRange(["--estimator", estimator]);
        else words.AddRange(request.Beside.SelectMany(path => new[] { "--plugin", path }));
        words.AddRange(request.Set.Where(set => set.StartsWith(estimator + ".", StringComparison.Ordinal)).SelectMany(set => new[] { "--set", set }));
        words.AddRange(["--law", check.Law.ToString(), "--seed", report.Seed.ToString(CultureInfo.InvariantCulture)]);
        if (check.Replay is { } replay) words.AddRange(["--replay", replay.ToString()]);
        else if (request.Cases is { } cases) words.AddRange(["--cases", cases.ToString(CultureInfo.InvariantCulture)]);
        if (request.TimeLimit is { } seconds) words.AddRange(["--time-limit", seconds.ToString(CultureInfo.InvariantCulture)]);
        if (request.Memory is { } memory) words.AddRange(["--memory", memory]);
        return string.Join(' ', words.Select(ShellText.Quoted));
    }
}
