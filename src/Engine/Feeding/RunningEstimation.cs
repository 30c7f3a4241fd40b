using System.Diagnostics;

namespace Infoscope.Engine.Feeding;

/// <summary>One estimation with its context, its time, and the failure that ended it, if any.</summary>
/// <remarks>A failure of a plugin ends its own estimation and no other. It is kept as text, since a kept exception would keep the plugin loaded.</remarks>
internal sealed class RunningEstimation(EstimationContext context, EstimatorEntry entry) : IDisposable
{
    private IEstimation? estimation;
    private long ticks;
    private double secondsBefore;

    /// <summary>Gets why the estimation ended early; null while it has not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Gets the number of rows observed.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the seconds spent in the plugin.</summary>
    public double Seconds => secondsBefore + ((double)ticks / Stopwatch.Frequency);

    public void Observe(in ActivationBlock block)
    {
        if (Failure is not null) return;
        Rows += block.Rows;
        var start = Stopwatch.GetTimestamp();
        try
        {
            Begun().Observe(in block);
        }
        catch (Exception failure) when (!Failures.IsCancellation(failure, context))
        {
            Failure = Failures.Describe(failure);
        }
        finally
        {
            ticks += Stopwatch.GetTimestamp() - start;
        }
    }

    /// <summary>Adds the state of an estimation that observes no more.</summary>
    public void Merge(RunningEstimation other)
    {
        Failure ??= other.Failure;
        Rows += other.Rows;
        Guarded(begun =>
        {
            ((IMergeableEstimation)begun).Merge(other.Begun());
            return true;
        });
    }

    /// <summary>Gives the estimates; null after a failure.</summary>
    public EstimateSet? Complete() => Guarded(begun => EstimateChecks.Checked(begun.Complete(), context, entry.Quantities));

    /// <summary>Writes the state of an estimation that merges.</summary>
    public void Save(Stream to) => Guarded(begun =>
    {
        ((IMergeableEstimation)begun).Save(to);
        return true;
    });

    /// <summary>Takes up a saved state; this estimation must not have begun.</summary>
    /// <exception cref="InvalidDataException">It is the state of something else.</exception>
    public void Restore(long rows, double seconds, Stream from)
    {
        (Rows, secondsBefore) = (rows, seconds);
        var start = Stopwatch.GetTimestamp();
        estimation = ((IRestoringEstimator)entry.Estimator).Restore(context, from) ?? throw new PluginFaultException("Restore gave null");
        ticks += Stopwatch.GetTimestamp() - start;
    }

    /// <summary>Ends the estimation for a reason that is not the plugin's.</summary>
    public void Fail(string reason) => Failure ??= reason;

    /// <summary>Lets another worker read the state, after the last row.</summary>
    public void HandOver() => context.HandOverCompute();

    public void Dispose()
    {
        try
        {
            estimation?.Dispose();
        }
        catch (Exception failure)
        {
            Failure ??= Failures.Describe(failure);
        }
        finally
        {
            estimation = null;
            context.CloseCompute();
        }
    }

    private IEstimation Begun() => estimation ??= Beginning.Of(entry, context);

    private T? Guarded<T>(Func<IEstimation, T> work)
    {
        if (Failure is not null) return default;
        var start = Stopwatch.GetTimestamp();
        try
        {
            return work(Begun());
        }
        catch (Exception failure) when (!Failures.IsCancellation(failure, context))
        {
            Failure = Failures.Describe(failure);
            return default;
        }
        finally
        {
            ticks += Stopwatch.GetTimestamp() - start;
        }
    }
}
