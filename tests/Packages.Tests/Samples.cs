using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests;

/// <summary>The samples that the first command of the README compares.</summary>
internal static class Samples
{
    public static void CopyTo(Sandbox folder)
    {
        string[] files = ["digits.json", "data/digits/test_labels.npy", .. ((string[])["0000", "0039", "1500"]).Select(step => $"data/digits/tanh-true/epoch{step}.npz")];
        foreach (var file in files) folder.Copy(Repository.PathOf(typeof(Samples).Assembly, "samples", file), file);
    }
}
