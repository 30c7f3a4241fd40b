using Infoscope.Engine.Inputs;
using Infoscope.Formats;

namespace Infoscope.Host.Inputs;

/// <summary>Rows of an array in a file, opened at the first read.</summary>
internal sealed class FileActivations : IActivationSource, IDisposable
{
    private readonly string path;
    private readonly string key;
    private StoredFile? file;
    private StoredArray? array;

    public FileActivations(string path, StoredArray array)
    {
        this.path = path;
        key = array.Key;
        Name = array.Name;
        Rows = array.Shape.Take(array.Shape.Count - 1).Aggregate(1L, (product, axis) => checked(product * axis));
        if (array.Shape[^1] > int.MaxValue) throw new UserError($"{array.Name} has rows of {array.Shape[^1]} features; at most {int.MaxValue} are allowed.");
        Features = (int)array.Shape[^1];
        NativePrecision = PrecisionOf(array.ElementType);
    }

    public string Name { get; }

    public long Rows { get; }

    public int Features { get; }

    public Precision NativePrecision { get; }

    public void Read(long firstRow, Span<float> rows) => Opened().Read(firstRow * Features, rows);

    public void Read(long firstRow, Span<double> rows) => Opened().Read(firstRow * Features, rows);

    public void Dispose()
    {
        file?.Dispose();
        (file, array) = (null, null);
    }

    // Single precision holds every whole number up to 2^24.
    private static Precision PrecisionOf(ElementType type) => type switch
    {
        ElementType.Float64 or ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64 => Precision.Double,
        _ => Precision.Single,
    };

    private StoredArray Opened()
    {
        file ??= ArrayFile.Open(path);
        return array ??= file.Find(key);
    }
}
