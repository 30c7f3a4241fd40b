using System.Globalization;
using Infoscope.Engine.Studies;
using Infoscope.Host.Benchmarking;
using Infoscope.Host.Logging;
using Infoscope.Host.Reports;
using Serilog;
using Spectre.Console;

namespace Infoscope.Host.Studying;

/// <summary>A power law of a quantity against the size of models, beside that of the dimension alone.</summary>
internal sealed class PowerLawStudy(StudyRequest request, ILogger log)
{
    /// <summary>The quantity that is fitted unless another is named.</summary>
    public const string DefaultQuantity = "coding-rate-normalized";

    public int Run(CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var (format, bits) = ReportFactory.Choose(request.Format, request.Unit, problems);
        var sizes = request.Sizes.Select(text => ModelSize.Read(text, problems)).OfType<ModelSize>().ToArray();
        problems.ThrowIfAny();
        var rows = new StudyInput(request, log).Rows(["set", "estimator", "quantity", "value"], [DefaultQuantity], bits, cancellation);
        if (sizes.Length == 0) throw new UserError($"a power law needs the sizes of the models; give --size SET=NUMBER for each of {StudyInput.Names(rows.Select(row => row.Set))}, such as --size {rows[0].Set}=70M.");

        var laws = new List<(PowerLaw Law, string Step)>();
        foreach (var group in new SizedRows(sizes, log).Groups(rows))
        {
            var steps = group.Select(model => model.Row.Step).Distinct().ToArray();
            laws.Add((PowerLaw.Of(group), steps is [var one] ? one : ""));
            var used = group.Select(model => model.Row.RowsUsed).ToArray();
            if (used.Distinct().Count() > 1)
                log.Warning("the models of {Quantity:l} rest on different numbers of rows, {Least} to {Most}, which alone moves the slope; compare them on the same number of tokens", group[0].Row.Quantity, used.Min(), used.Max());
        }

        if (format == "table")
        {
            var console = Consoles.Output();
            foreach (var (law, step) in laws) Write(law, step, console);
            console.WriteLine("95 % intervals by Student's t with m - 2 degrees of freedom for m models, each with the same weight; the intercept is ln value at size 1");
        }
        else
        {
            using var lines = new FlatLines<PowerLawLine>(ReportFactory.Output(), PowerLawLine.Columns, format == "jsonl");
            foreach (var (law, step) in laws) lines.Add(PowerLawLine.LinesOf(law, step));
        }

        return ExitCode.Done;
    }

    private static void Write(PowerLaw law, string step, IAnsiConsole console)
    {
        var row = law.Models[0].Row;
        console.WriteLine(Printable.Of($"{row.Quantity} against size{StudyText.Step(step)}{StudyText.Of(row)}"));
        PlainTable.Write(
            console,
            law.Models,
            [
                ("model", false, model => step.Length > 0 ? StudyText.WhereOf(model.Row with { Step = "" }) : StudyText.WhereOf(model.Row)),
                ("size", true, model => ModelSize.Text(model.Size)),
                ("features", true, model => StudyText.Count(model.Row.Dimensions)),
                ("rows", true, model => StudyText.Count(model.Row.RowsUsed)),
                ("value", true, model => StudyText.Number(model.Row.Value)),
                ("± error", true, model => StudyText.Number(model.Row.StandardError)),
                (PowerLaw.IsotropicRows, true, model => StudyText.Number(model.Row.Isotropic)),
                ("ceiling", true, model => StudyText.Number(model.Row.Ceiling)),
                ("null", true, model => StudyText.Number(model.Row.NullMean)),
            ]);
        PlainTable.Write(
            console,
            PowerLawLine.LinesOf(law, step),
            [
                ("fit of ln", false, line => line.Of),
                ("slope", true, line => StudyText.Number(line.Fit.Slope)),
                ("± error", true, line => StudyText.Number(line.Fit.StandardError)),
                ("95 % interval", true, line => $"{StudyText.Number(line.Fit.Low)} to {StudyText.Number(line.Fit.High)}"),
                ("intercept", true, line => StudyText.Number(line.Fit.Intercept)),
                ("R²", true, line => StudyText.Number(line.Fit.RSquared)),
            ]);
        foreach (var sentence in SentencesOf(law)) console.WriteLine(sentence);
        console.WriteLine();
    }

    private static IEnumerable<string> SentencesOf(PowerLaw law)
    {
        if (law is { Isotropic: { } isotropic, OverIsotropic: { } over })
        {
            yield return $"random isotropic rows of the same number and dimension give a slope of {StudyText.Number(isotropic.Slope)}; off them the values have one of {StudyText.Number(over.Slope)}, 95 %: {StudyText.Number(over.Low)} to {StudyText.Number(over.High)}";
            yield return Conclusion(law, over);
        }
        else if (law.Ceiling is { } ceiling)
        {
            var isRate = law.Models[0].Row.Quantity == DefaultQuantity;
            var who = isRate ? "the ceilings of the same models, which are of rows at right angles," : "the ceilings of the same models";
            yield return $"{who} give a slope of {StudyText.Number(ceiling.Slope)}, {Verdict(law.DiffersFromCeiling == true)} that of the ceiling alone";
            if (isRate) yield return $"random rows have another slope where rows are not far fewer than features: no row is against {PowerLaw.IsotropicRows}, which compare gives beside {DefaultQuantity}";
        }
        else
        {
            yield return "no law of isotropic rows or of ceilings to hold it against: a model has none above 0";
        }

        if (law.NullMean is { } under)
            yield return $"permuted labels give a slope of {StudyText.Number(under.Slope)}, {Verdict(law.DiffersFromNullMean == true)} that of bias alone";
        yield return law.Offset is { } offset ? OffsetSentence(offset, law.Models.Count) : $"no fit with an offset: it needs {OffsetFit.FewestPoints} different sizes, and values that differ";
    }

    private static string Conclusion(PowerLaw law, LogLogFit over) => (over.DiffersFrom(0), law.ExceedsIsotropicDraws) switch
    {
        (false, _) => "nothing is seen but what the dimension alone makes",
        (true, false) => $"nothing is seen but what the dimension alone makes: draws of isotropic rows scatter that slope by {StudyText.Number(law.IsotropicSlopeDeviation)}, and it is within three times as much",
        _ => "the law differs from what the dimension alone makes",
    };

    private static string Verdict(bool differs) => differs ? "outside the interval: the fitted slope differs from" : "inside the interval: the fitted slope does not differ from";

    private static string OffsetSentence(OffsetFit offset, int models)
    {
        var low = offset.Low is { } least ? StudyText.Number(least) : "open";
        var high = offset.High is { } most ? StudyText.Number(most) : "open";
        var weak = !offset.IsWeaklyIdentified ? "" : models <= OffsetFit.FewPoints
            ? string.Create(CultureInfo.InvariantCulture, $"; weakly identified, {models} models are too few to tell an offset")
            : "; weakly identified, the fit hardly depends on the offset";
        var none = offset.MayBeZero ? "; no offset at all fits as well" : "";
        return $"with an offset, value = c + a size^b: c = {StudyText.Number(offset.Offset)} (95 %: {low} to {high}), a = {StudyText.Number(offset.Scale)}, b = {StudyText.Number(offset.Exponent)}{weak}{none}";
    }
}
