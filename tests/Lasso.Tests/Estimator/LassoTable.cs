using System.Globalization;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>Finds estimates by quantity, what they are against, and item.</summary>
internal sealed class LassoTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyList<string> Notes => set.Notes;

    /// <summary>Gets the estimates about whole sequences.</summary>
    public IEnumerable<Estimate> Wholes => Estimates.Where(estimate => estimate.Item.Length == 0);

    /// <summary>Gets the names of the selected tokens, the heaviest first.</summary>
    public IEnumerable<string> SelectedItems => Of("lasso-weight").Select(estimate => estimate.Item);

    public IEnumerable<Estimate> Of(string quantity) => Estimates.Where(estimate => estimate.Quantity.Id == quantity);

    public Estimate? Find(string quantity, string against = "", string item = "") =>
        Estimates.SingleOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.Against == against && estimate.Item == item);

    public double this[string quantity, string against = "", string item = ""] =>
        (Find(quantity, against, item) ?? throw new InvalidOperationException($"there is no {quantity} against '{against}' of '{item}'")).Value.Number;

    /// <summary>Writes down everything, to the bit.</summary>
    public IEnumerable<string> Lines() => Estimates.Select(Line).Concat(Notes);

    public static string Line(Estimate estimate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{estimate.Quantity.Id} {estimate.Against} {estimate.Item} {estimate.Value.Number:R} {estimate.Floor?.Number:R} {estimate.Ceiling?.Number:R} {estimate.Draws} {estimate.DrawStandardDeviation:R} {estimate.RowsUsed} {estimate.RowsDropped} {string.Join('|', estimate.Notes)}");
}
