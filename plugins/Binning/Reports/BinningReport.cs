using System.Globalization;
using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Symbols;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>Turns the counts of at least one row into everything that is reported of them.</summary>
internal sealed class BinningReport
{
    private readonly EstimationContext context;
    private readonly BinningOptions options;
    private readonly Grid? grid;
    private readonly CellCounts counts;
    private readonly DroppedRows[] dropped;
    private readonly CountedEntropy entropies;
    private readonly Scale scale;

    /// <summary>Takes what was counted.</summary>
    public BinningReport(EstimationContext context, BinningOptions options, Grid? grid, CellCounts counts, DroppedRows[] dropped)
    {
        this.context = context;
        this.options = options;
        this.grid = grid;
        this.counts = counts;
        this.dropped = dropped;
        entropies = new CountedEntropy(options.Correction, counts);
        scale = new Scale(options.Mode, grid);
    }

    /// <summary>Gives the estimates, facts and notes.</summary>
    /// <param name="nonFiniteRows">The number of rows that were left out.</param>
    /// <exception cref="NumericalFailureException">More different rows occurred than the alphabet has, or a correction does not converge.</exception>
    public EstimateSet Of(long nonFiniteRows)
    {
        CheckAlphabet();
        List<Estimate> estimates = [.. Overall(nonFiniteRows)];
        var notes = Notes(nonFiniteRows);
        for (var set = 0; set < dropped.Length; set++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Add(set, estimates, notes);
        }

        return new EstimateSet { Estimates = estimates, Facts = Facts(), Notes = notes };
    }

    private void CheckAlphabet()
    {
        if (options.Alphabet is { } alphabet && counts is SymbolCounts symbols && symbols.Different > alphabet)
            throw new NumericalFailureException($"{context.Options.Owner}.alphabet is {alphabet:R}, but {symbols.Different} different rows occurred; give at least as many.");
    }

    private IEnumerable<Estimate> Overall(long nonFiniteRows)
    {
        var alone = 0L;
        var nats = entropies.Mean(table =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var symbols = counts.Symbols(table);
            alone += SaturationNotes.AloneIn(symbols);
            return entropies.Nats(symbols, table);
        });
        var ceiling = entropies.Mean(table => entropies.CeilingNats(counts.Rows, table));
        var entropy = new Estimate
        {
            Quantity = Quantities.Entropy,
            Value = Information.FromNats(nats),
            Ceiling = entropies.IsBounded ? Information.FromNats(ceiling) : null,
            Floor = entropies.IsBounded ? Information.Zero : null,
            Scale = scale.Of(ceiling),
            RowsUsed = counts.Rows,
            RowsDropped = nonFiniteRows,
            Notes = SaturationNotes.Of(alone, counts.Rows, counts.Tables, entropies.IsPlugIn),
        };
        yield return entropy;
        if (options.Mode == BinningMode.Exact) yield return entropy with { Quantity = Quantities.DiscreteEntropy };
    }

    private void Add(int set, List<Estimate> estimates, List<string> notes)
    {
        var info = context.LabelSets[set];
        var numbers = new LabelSetNumbers(counts, set, entropies, context.Cancellation);
        if (numbers.Labels.Length == 0)
        {
            if (!info.IsNull) notes.Add($"label set '{info.Name}' has no labelled row that can be used, so it has no estimates");
            return;
        }

        if (numbers.Labels.Length == 1 && !info.IsNull && entropies.IsPlugIn)
            notes.Add($"label set '{info.Name}' has usable rows of one label alone, so it has no disentanglement");
        var report = new LabelSetReport(info, numbers, dropped[set], scale, entropies, counts.Tables);
        estimates.AddRange(report.Whole());
        if (context.Items && !info.IsNull) estimates.AddRange(report.Items());
    }

    private List<string> Notes(long nonFiniteRows)
    {
        List<string> notes = [];
        if (nonFiniteRows > 0) notes.Add($"{nonFiniteRows} non-finite {(nonFiniteRows == 1 ? "row was" : "rows were")} left out");
        if (counts.OutsideValues > 0)
            notes.Add($"{counts.OutsideValues} of {(Int128)counts.Rows * context.Shape.Features} values lie outside {options.Range} and were put into the bins at its ends");
        if (grid?.Note is { } note) notes.Add(note);
        return notes;
    }

    private Dictionary<string, string> Facts()
    {
        var facts = new Dictionary<string, string>();
        if (grid is not null) facts["grid"] = grid.ToString();
        if (counts is SymbolCounts symbols)
            facts["symbols"] = string.Create(CultureInfo.InvariantCulture, $"{symbols.Different}, {SaturationNotes.AloneIn(counts.Symbols(0))} of them by one row alone");
        return facts;
    }
}
