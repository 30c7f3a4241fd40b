using System.Globalization;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>How findings speak of rows and numbers.</summary>
internal static class Words
{
    /// <summary>Names where a row comes from, such as <c>step{step}.npz layer4 at step 16</c>.</summary>
    public static string Place(ResultRow row) =>
        string.Join(' ', new[] { row.Set, row.Layer, row.Step.Length == 0 ? "" : $"at step {row.Step}" }.Where(part => part.Length > 0));

    /// <summary>Writes a number with its unit, to three places, or three digits where it is small.</summary>
    public static string Number(double value, string unit) =>
        $"{value.ToString(Math.Abs(value) < 0.1 ? "g3" : "0.###", CultureInfo.InvariantCulture)} {(unit == "ratio" ? "" : unit)}".TrimEnd();

    /// <summary>Names a quantity of a label set.</summary>
    public static string About(ResultRow row) => (row.LabelSet.Length == 0 ? row.Quantity : $"{row.Quantity} of {row.LabelSet}") + (row.Against.Length == 0 ? "" : $" in {row.Against}");

    /// <summary>Says in how many of the activation sets.</summary>
    public static string Sets(int some, int all) => all == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {some} of {all} activation sets");
}
