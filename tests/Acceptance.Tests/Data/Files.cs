using Infoscope.Engine.Labels;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Reads files of the repository as the host does.</summary>
internal static class Files
{
    public static string Sample(params string[] parts) => Repository.PathOf(typeof(Files).Assembly, ["samples", .. parts]);

    public static string Reference(params string[] parts) => Repository.PathOf(typeof(Files).Assembly, ["tests", "ReferenceValues", .. parts]);

    public static NumericArray Array(string path)
    {
        using var file = ArrayFile.Open(path);
        return file.Find("").ToNumericArray();
    }

    public static LabelSet Classes(string path)
    {
        var array = Array(path);
        return ClassLabels.FromIntegers(array.Shape, array.Integers);
    }
}
