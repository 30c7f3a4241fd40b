using System.Runtime.InteropServices;

namespace Infoscope.Fixtures.NativeLibrary;

/// <summary>Calls a native library that lies in the plugin's folder alone.</summary>
[Estimator("calls-native", Citation = "none: a fixture")]
[Estimates("checksum")]
public sealed class CallsNative : IEstimator
{
    private readonly uint checksum = Crc32(0, "123456789"u8.ToArray(), 9);

    /// <summary>The fewest rows are the CRC-32 of "123456789".</summary>
    public InputRequirements Requires(OptionValues options) => new() { MinimumRows = checksum };

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");

    [DllImport("fixturenative", EntryPoint = "CompressionNative_Crc32", ExactSpelling = true)]
    private static extern uint Crc32(uint start, byte[] bytes, int length);
}
