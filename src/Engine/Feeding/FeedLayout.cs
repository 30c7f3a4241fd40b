using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Feeding;

/// <summary>What all feeds of one activation set share.</summary>
internal sealed record FeedLayout(ActivationSet Set, LabelTable Labels, LabelPass Pass, long SelectedRows, long LargestBuffer, CancellationToken Cancellation)
{
    public int Features => Set.Activations.Features;

    public int ReferenceFeatures => Set.Reference?.Features ?? 0;

    public FoldPlan Folds { get; } = new(SelectedRows, Set.Sequences);
}
