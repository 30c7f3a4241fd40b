using System.Globalization;

namespace Infoscope.Host.Inspection;

/// <summary>How many different values there are, up to what is kept of them.</summary>
internal sealed record DistinctCount(long Least, bool IsExact)
{
    public override string ToString() => (IsExact ? "" : "more than ") + Least.ToString(CultureInfo.InvariantCulture);
}
