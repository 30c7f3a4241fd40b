using System.Globalization;
using Infoscope.Engine.Studies;

namespace Infoscope.Host.Studying;

/// <summary>Numbers and names as tables and sentences of a study show them.</summary>
internal static class StudyText
{
    /// <summary>Writes a number with four decimals, one that needs more of them with an exponent; nothing for null.</summary>
    public static string Number(double? value) => value?.ToString(Math.Abs(value.Value) is 0 or (>= 1e-4 and < 1e6) ? "0.0000" : "0.00e+0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Writes a whole number; nothing for null.</summary>
    public static string Count(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Names an activation set, its layer and its checkpoint, as far as there are any.</summary>
    public static string WhereOf(StudyRow row) => $"{row.Set}{(row.Layer.Length == 0 ? "" : $":{row.Layer}")}{Step(row.Step)}";

    /// <summary>Names a checkpoint behind a name; nothing without one.</summary>
    public static string Step(string step) => step.Length == 0 ? "" : $" at step {step}";

    /// <summary>Ends a title: the label set, the unit and the estimator.</summary>
    public static string Of(StudyRow row) => $"{(row.LabelSet.Length == 0 ? "" : $", Y = {row.LabelSet}")}{(row.Unit.Length == 0 ? "" : $", in {row.Unit}")}, by {row.Estimator}";
}
