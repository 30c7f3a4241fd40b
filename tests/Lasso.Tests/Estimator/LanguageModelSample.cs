using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>Reads the sample of a trained language model: 128 sequences of 64 tokens, the first 8 with attention.</summary>
internal static class LanguageModelSample
{
    public static LassoRun Read()
    {
        using var activations = Open("step002777.safetensors");
        using var attention = Open("attention-step002777.safetensors");
        var (rows, shape) = Floats(activations.Find("layer4"));
        var (weights, attentionShape) = Floats(attention.Find("layer4"));
        var features = (int)shape[2];
        var (heads, length) = ((int)attentionShape[1], (int)attentionShape[2]);
        double[][][] sequences = [.. rows.Select(value => (double)value).Chunk(features).Chunk((int)shape[1])];
        float[][] attended = [.. weights.Chunk(heads * length * length)];
        return new LassoRun
        {
            Sequences =
            [
                .. sequences.Select((tokens, number) => number < attended.Length
                    ? new FedSequence { Rows = tokens, Heads = heads, AttentionLength = length, Attention = attended[number] }
                    : new FedSequence { Rows = tokens }),
            ],
        };
    }

    private static StoredFile Open(string file) => ArrayFile.Open(Repository.PathOf(typeof(LanguageModelSample).Assembly, "samples", "data", "language-model", file));

    private static (float[] Values, IReadOnlyList<long> Shape) Floats(StoredArray array)
    {
        var values = new float[array.Length];
        array.Read(0, values);
        return (values, array.Shape);
    }
}
