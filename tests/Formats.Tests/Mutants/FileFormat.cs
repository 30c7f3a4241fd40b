namespace Infoscope.Formats.Tests;

/// <summary>The formats that are read.</summary>
public enum FileFormat
{
    Npy,
    Npz,
    Safetensors,
    Csv,
}
