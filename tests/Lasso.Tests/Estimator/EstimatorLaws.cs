using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Tests.Selection;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>What holds whatever the tokens, through the estimator's contract, with unit rows.</summary>
public sealed class EstimatorLaws
{
    private static readonly string[] Gains =
        ["information-gain", "information-gain-last", "information-gain-per-token", "leave-one-out-gain", "marginal-gain", "context-information"];

    [Property]
    public Property ThereIsOneRowForEachSelectedToken() => ForAll(sequence =>
    {
        var table = (Run(sequence) with { Items = true }).Estimate();
        Assert.Equal(table["selected-tokens"], table.SelectedItems.Distinct().Count());
        Assert.Equal(table["selected-tokens"], table.Of("lasso-weight").Count());
        Assert.DoesNotContain(0, table.Of("lasso-weight").Select(estimate => estimate.Value.Number));
    });

    [Property]
    public Property GainsAreInTheirOrder() => ForAll(sequence =>
    {
        var table = Run(sequence).Estimate();
        var tolerance = UnitTolerance(sequence);
        TokenLaws.AtMost(table.Find("information-gain-last")!.Ceiling!.Value.Number, table["information-gain-last"], tolerance);
        TokenLaws.AtMost(table["information-gain"], table["leave-one-out-gain"], sequence.Count * tolerance);
        TokenLaws.AtMost(table["marginal-gain"], table["information-gain"], sequence.Count * tolerance);
        TokenLaws.Near(table.Find("information-gain-last")!.Ceiling!.Value.Number, table["information-gain-last"] + table["context-information"], tolerance);
        Assert.All(Gains, gain => TokenLaws.AtMost(table[gain], 0, tolerance));
    });

    [Property]
    public Property WhatASetRetainsIsAShare() => ForAll(sequence =>
    {
        var table = Run(sequence).Estimate();
        foreach (var retained in table.Of("information-retained"))
        {
            // The rounding of the information that it is a share of.
            var tolerance = UnitTolerance(sequence) / Math.Max(table["context-information"], double.Epsilon);
            TokenLaws.AtMost(1, retained.Value.Number, tolerance);
            TokenLaws.AtMost(retained.Value.Number, 0, tolerance);
        }
    });

    [Property]
    public Property EveryNumberIsFinite() => ForAll(sequence =>
    {
        foreach (var run in new[] { Run(sequence), Run(sequence).With("unit-rows", "false").With("path-points", "3") })
            Assert.All(run.Estimate().Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number), LassoTable.Line(estimate)));
    });

    [Property]
    public Property AnOrthogonalMapLeavesTheGains() => ForAll(sequence =>
        AssertSameGains(sequence, sequence with { Rows = Reflected(Reflected(sequence.Rows, 1), 2) }));

    [Property]
    public Property ScalesOfTokensLeaveTheGains() => ForAll(sequence =>
        AssertSameGains(sequence, sequence with { Rows = [.. sequence.Rows.Select((row, token) => row.Select(value => value * Math.Pow(10, token % 7 - 3)).ToArray())] }));

    [Property]
    public Property TheOrderOfTheContextLeavesTheTotalAndTheLastGain() => ForAll(sequence =>
    {
        var (one, other) = (Run(sequence).Estimate(), Run(sequence with { Rows = [.. Shuffled(sequence.Count - 1).Select(token => sequence.Rows[token]), sequence.Rows[^1]] }).Estimate());
        foreach (var gain in Gains) TokenLaws.Near(one[gain], other[gain], sequence.Count * UnitTolerance(sequence));
    });

    /// <summary>Where weights are well determined the same tokens are selected; a weight on the verge of zero may fall either way.</summary>
    [Property]
    public Property TheOrderOfTheContextLeavesTheSelectedTokens() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        const double Verge = 1e-9;
        var order = Shuffled(problem.Context);
        LassoTable Of(double[][] rows) => (LassoRun.Of(rows) with { Items = true }).With("lambda-ratio", problem.Ratio.ToString(CultureInfo.InvariantCulture)).With("random-sets", "2").Estimate();
        var (one, other) = (Of(problem.Tokens), Of([.. order.Select(token => problem.Tokens[token]), problem.Target]));
        for (var place = 0; place < order.Length; place++) TokenLaws.Near(Weight(one, order[place]), Weight(other, place), Verge);
        TokenLaws.Near(one["lasso-residual"], other["lasso-residual"], Verge);
    });

    private static double Weight(LassoTable table, int token) => table.Find("lasso-weight", "", $"token {token}")?.Value.Number ?? 0;

    private static int[] Shuffled(int count)
    {
        var permutation = new KeyedPermutation((ulong)count, "context", count);
        return [.. Enumerable.Range(0, count).Select(place => (int)permutation[place])];
    }

    private static void AssertSameGains(TokenSequence sequence, TokenSequence changed)
    {
        var (one, other) = (Run(sequence).Estimate(), Run(changed).Estimate());
        foreach (var gain in Gains) TokenLaws.Near(one[gain], other[gain], sequence.Count * UnitTolerance(sequence));
    }

    // x - 2 u (u'x) for a unit vector u: an orthogonal map without any table.
    private static double[][] Reflected(double[][] rows, ulong seed)
    {
        var mirror = AutoregressiveTokens.Unit(AutoregressiveTokens.Normals(rows[0].Length, new RandomStream(seed, "mirror")));
        return [.. rows.Select(row => (Row: row, Twice: 2 * row.Zip(mirror, (a, b) => a * b).Sum())).Select(pair => pair.Row.Zip(mirror, (value, unit) => value - pair.Twice * unit).ToArray())];
    }

    // The tolerance of gains, for tokens of length 1 that are themselves rounded in each feature.
    private static double UnitTolerance(TokenSequence sequence) =>
        (sequence with { Rows = [.. sequence.Rows.Select(row => row.Any(value => value != 0) ? AutoregressiveTokens.Unit(row) : row)] }).GainTolerance * (1 + sequence.Features / 4.0);

    private static LassoRun Run(TokenSequence sequence) =>
        LassoRun.Of(sequence.Rows).With("sigma", sequence.Sigma.ToString("R", CultureInfo.InvariantCulture)).With("lambda-ratio", "0.1").With("zero-tokens", "keep").With("random-sets", "3");

    private static Property ForAll(Action<TokenSequence> check) =>
        Prop.ForAll(Arb.From(TokenGenerator.Sequences.Generator.Where(IsUsable), sequence => TokenGenerator.Sequences.Shrinker(sequence).Where(IsUsable)), check);

    private static bool IsUsable(TokenSequence sequence) => sequence.Count > 1 && sequence.Rows[^1].Any(value => value != 0);
}
