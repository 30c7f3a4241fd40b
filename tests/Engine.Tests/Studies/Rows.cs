using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

/// <summary>Makes rows of results.</summary>
internal static class Rows
{
    public static StudyRow Of(string layer, double value, string set = "acts.npz", string step = "", string quantity = "matrix-entropy", string labels = "", double? error = null) =>
        new() { Set = set, Layer = layer, Step = step, Estimator = "spectrum", Quantity = quantity, LabelSet = labels, Value = value, Unit = "nats", StandardError = error };
}
