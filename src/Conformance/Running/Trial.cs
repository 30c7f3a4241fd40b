using Infoscope.Compute;
using Infoscope.Engine;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;

namespace Infoscope.Conformance;

/// <summary>Runs an estimator under one configuration on rows in memory: one estimation, one thread, neither folds nor nulls.</summary>
internal sealed class Trial
{
    private static readonly CpuComputeProvider Provider = new();
    private static readonly ComputeDevice Device = Provider.Probe()[0];

    private readonly Subject subject;

    public Trial(Subject subject, Configuration configuration)
    {
        this.subject = subject;
        Options = subject.ValuesOf(configuration.Texts);
        Needs = Guarded(() => RequirementChecks.Of(new EstimatorEntry { Id = subject.Id, Version = "", Estimator = subject.Estimator, Options = Options }));
        Precision = Needs.Precision ?? Precision.Double;
    }

    /// <summary>Gets what the estimator needs.</summary>
    public InputRequirements Needs { get; }

    /// <summary>Gets the precision it is fed in: its own choice, else double, in which rounding hides least.</summary>
    public Precision Precision { get; }

    /// <summary>Gets the options.</summary>
    public OptionValues Options { get; }

    /// <summary>Runs the estimator.</summary>
    /// <exception cref="RefusedException">It refused the input.</exception>
    /// <exception cref="FaultException">It broke the contract.</exception>
    public Estimates Run(TrialInput input) => Begin(input, (context, estimation) =>
    {
        foreach (var block in BlockBuffers.Of(input, Needs, Precision)) block.Feed(estimation);
        return Complete(estimation, context);
    });

    /// <summary>Begins an estimation, does something with it, and disposes it.</summary>
    public T Begin<T>(TrialInput input, Func<EstimationContext, IEstimation, T> work)
    {
        var context = ContextOf(input);
        try
        {
            return Guarded(() =>
            {
                using var estimation = Begun(context);
                return work(context, estimation);
            });
        }
        catch (OperationCanceledException) when (!input.Cancellation.IsCancellationRequested)
        {
            throw new FaultException("OperationCanceledException, but nobody cancelled");
        }
        finally
        {
            context.CloseCompute();
        }
    }

    /// <summary>Begins an estimation; the caller disposes it and closes the context's compute session.</summary>
    public IEstimation Begun(EstimationContext context) => subject.Estimator.Begin(context) ?? throw new FaultException("Begin gave null");

    /// <summary>Completes an estimation and checks what it gave.</summary>
    public Estimates Complete(IEstimation estimation, EstimationContext context)
    {
        try
        {
            return new Estimates(EstimateChecks.Checked(estimation.Complete(), context, [.. subject.Quantities]));
        }
        catch (PluginFaultException fault)
        {
            throw new FaultException(fault.Message);
        }
    }

    /// <summary>Makes the context of an input.</summary>
    public EstimationContext ContextOf(TrialInput input)
    {
        if (input.Rows.Length < Needs.MinimumRows) throw new RefusedException($"at least {Needs.MinimumRows} rows are needed");
        if (Needs.Access == RowAccess.AllRows && input.Rows.Length > Needs.MaximumRows) throw new RefusedException($"at most {Needs.MaximumRows} rows are taken at once");
        return new EstimationContext
        {
            EstimatorId = subject.Id,
            Shape = new ActivationShape
            {
                Rows = input.Rows.Length,
                Features = input.Rows[0].Length,
                Sequences = BlockBuffers.HasSequences(Needs) ? 1 + ((input.Rows.Length - 1) / BlockBuffers.SequenceLength(input.Rows.Length)) : 0,
                ReferenceFeatures = Needs.Reference == InputNeed.None ? 0 : input.Reference[0].Length,
            },
            Precision = Precision,
            Options = Options,
            Seed = input.Seed,
            LabelSets = Needs.Labels == InputNeed.None ? [] : [.. input.Labels.Select(column => column.Info)],
            Survey = Needs.Survey ? Survey.Of(new ActivationSet { Name = "sample", Activations = new SampleActivations(input.Rows) }, input.Rows.Length, input.Seed, 1, CancellationToken.None) : null,
            Items = input.Items,
            Log = SilentLog.Instance,
            Cancellation = input.Cancellation,
            OpenCompute = () => Provider.Open(Device, Precision),
        };
    }

    /// <summary>Runs a plugin's code: what it may throw becomes a refusal, what it may not a fault.</summary>
    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is not (RefusedException or FaultException or OperationCanceledException))
        {
            // Text alone: a kept exception would keep the plugin loaded.
            var sentence = Failures.Describe(failure);
            throw Failures.IsMendable(failure) ? new RefusedException(sentence) : new FaultException(sentence);
        }
    }
}
