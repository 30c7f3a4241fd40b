using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class DamagedPluginTests
{
    /// <summary>Whatever bytes are changed, finding ends with a plugin or with sentences of one line, and never throws.</summary>
    [Property(MaxTest = 300)]
    public Property ADamagedPluginIsDescribedOrRefusedInOneLine()
    {
        byte[] good;
        using (var staged = new StagedPlugins("NoCodeOnList")) good = File.ReadAllBytes(staged.PathOf("NoCodeOnList", "NoCodeOnList.dll"));
        return Prop.ForAll(Changes(good.Length), changes =>
        {
            var image = good.ToArray();
            foreach (var (place, value) in changes) image[place] = value;
            using var staged = new StagedPlugins();
            staged.AddFile("damaged", "NoCodeOnList.dll", image);
            using var catalog = staged.Discover();
            return catalog.Plugins.Count + catalog.Refusals.Count > 0
                && catalog.Refusals.All(refusal => refusal.Sentence.EndsWith('.') && !refusal.Sentence.Contains('\n') && refusal.Path.StartsWith(staged.Folder, StringComparison.Ordinal));
        });
    }

    private static Arbitrary<(int Place, byte Value)[]> Changes(int length)
    {
        // Places are drawn over the whole file and, half of the time, from its first tables, where a change does most.
        var place = Gen.OneOf(Gen.Choose(0, length - 1), Gen.Choose(0, Math.Min(length, 4096) - 1));
        var change = from at in place from value in Gen.Choose(0, 255) select (at, (byte)value);
        return Arb.From(change.NonEmptyListOf().Select(list => list.ToArray()), changes => changes.Length <= 1 ? [] : changes.Select((_, left) => changes.Where((_, at) => at != left).ToArray()));
    }
}
