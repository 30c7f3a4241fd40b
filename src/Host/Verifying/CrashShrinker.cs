using Infoscope.Conformance;
using Infoscope.Host.Verifying.Child;

namespace Infoscope.Host.Verifying;

/// <summary>Finds the smallest case that brings a process down, in one process after another: each walks through smaller cases until one of them ends it.</summary>
internal sealed class CrashShrinker(ChildRequest request, ChildLimits limits, CancellationToken cancellation)
{
    private const int MostRestarts = 40;

    // Small cases take milliseconds; what is taken for hanging is tried again with the whole limit.
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(1);

    /// <summary>Gives the smallest case of a death; the case itself where nothing smaller has the same end.</summary>
    public TestCase Shrink(int place, Death death)
    {
        var smallest = death.Case!;
        for (var restart = 0; restart < MostRestarts && Smaller(place, smallest, death.Kind) is { } smaller; restart++) smallest = smaller;
        return death.Kind != DeathKind.Hung || limits.Time <= ShortTime || EndOf(ChildWork.Test, place, smallest, limits.Time)?.Kind == DeathKind.Hung ? smallest : death.Case!;
    }

    /// <summary>Finds what makes the case of a death again; null when nothing does.</summary>
    public CaseReplay? Find(int place, Death death)
    {
        using var child = ChildRun.Start(request, 1, limits, cancellation);
        if (child.EarlyDeath is not null) return null;
        child.Send(new ChildOrder { Work = ChildWork.Find, Place = place, Number = death.Number, Case = death.Case });
        return child.Next().Done?.Replay;
    }

    private TestCase? Smaller(int place, TestCase one, DeathKind kind) =>
        EndOf(ChildWork.Shrink, place, one, kind == DeathKind.Hung && limits.Time > ShortTime ? ShortTime : limits.Time) is { } end && end.Kind == kind ? end.Case : null;

    private Death? EndOf(ChildWork work, int place, TestCase one, TimeSpan time)
    {
        using var child = ChildRun.Start(request, 1, limits, cancellation);
        if (child.EarlyDeath is not null) return null;
        child.Send(new ChildOrder { Work = work, Place = place, Case = one }, time);
        var slot = child.SlotOf(place);
        var (_, _, death) = child.Next();
        return death is null ? null : child.Noted(death, slot);
    }
}
