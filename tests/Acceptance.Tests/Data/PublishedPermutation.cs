using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>The one permutation of the labels that the published figures for permuted labels were made with.</summary>
internal static class PublishedPermutation
{
    /// <summary>Gives a set whose used rows bear each other's labels.</summary>
    public static ActivationSet Permute(ActivationSet set, string folder)
    {
        var permutation = Files.Array(Files.Reference(folder, "permutation.npy")).Integers.ToArray();
        int[] used = [.. Enumerable.Range(0, (int)set.Activations.Rows).Where(row => set.Selected?[row] ?? true)];
        Assert.Equal(Enumerable.Range(0, used.Length), permutation.Select(place => (int)place).Order());
        return set with { Labels = [.. set.Labels.Select(Permuted)] };

        RowLabels Permuted(RowLabels labels)
        {
            var ids = new int[set.Activations.Rows];
            System.Array.Fill(ids, -1);
            for (var place = 0; place < used.Length; place++) ids[used[place]] = labels[used[permutation[place]]];
            return RowLabels.Over(labels.Name, new LabelSet([ids.Length], ids, labels.LabelNames), set.Activations.Name, [ids.Length]);
        }
    }
}
