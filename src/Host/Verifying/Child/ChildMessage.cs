using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Child;

/// <summary>What a child process says: one of its parts, the others being null.</summary>
internal sealed record ChildMessage
{
    /// <summary>Gets the plan: for each check its report as far as it is known before it runs; the whole of it for one without configurations, which cannot be tested.</summary>
    public IReadOnlyList<CheckReport>? Plan { get; init; }

    /// <summary>Gets the places of the checks that run while nothing else does; beside a plan.</summary>
    public IReadOnlyList<int> Alone { get; init; } = [];

    /// <summary>Gets what is wrong with the declarations; beside a plan.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Gets why the estimator cannot be loaded.</summary>
    public string? Refusal { get; init; }

    /// <summary>Gets what is wrong with the options that the user set.</summary>
    public IReadOnlyList<string>? Wrong { get; init; }

    /// <summary>Gets the place of the check that an order was about, when it is done.</summary>
    public int? Done { get; init; }

    /// <summary>Gets the report of the check, after <see cref="ChildWork.Run"/>.</summary>
    public CheckReport? Report { get; init; }

    /// <summary>Gets what makes the case again, after <see cref="ChildWork.Find"/>; null when nothing does.</summary>
    public CaseReplay? Replay { get; init; }
}
