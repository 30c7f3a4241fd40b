using System.Buffers.Binary;
using System.Security.Cryptography;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Rows;

namespace Infoscope.Plugins.Binning.Symbols;

/// <summary>Gives a row its symbol, a number of 128 bits.</summary>
/// <remarks>
/// The symbol of bins, or of a row itself, is the first half of the SHA-256 of their bytes, little-endian. Two of n different rows have the same one with a chance of about
/// n^2/2^129: 1e-23 for a hundred million.
/// </remarks>
internal sealed class RowSymbol
{
    private readonly BinningMode mode;
    private readonly Grid? grid;
    private readonly int features;
    private readonly ushort[] bins;
    private readonly byte[] bytes;

    /// <summary>Makes it for rows of some features; the mode <c>joint</c> needs a grid.</summary>
    public RowSymbol(BinningMode mode, Grid? grid, int features)
    {
        this.mode = mode;
        this.grid = grid;
        this.features = features;
        bins = new ushort[grid is null ? 0 : features];
        bytes = new byte[mode == BinningMode.Argmax ? 0 : features * (grid is null ? sizeof(double) : sizeof(ushort))];
    }

    /// <summary>Gives the symbol of a finite row, and how many of its values lie outside the grid.</summary>
    public (UInt128 Symbol, int Outside) Of(ReadOnlySpan<double> row)
    {
        if (mode == BinningMode.Argmax) return ((UInt128)FiniteRow.PlaceOfLargest(row), 0);
        var outside = 0;
        if (grid is null)
        {
            // Adding 0 makes -0.0 the 0.0 that it equals.
            for (var i = 0; i < row.Length; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), row[i] + 0.0);
        }
        else
        {
            outside = grid.Assign(row, bins);
            for (var i = 0; i < row.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)), bins[i]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return (BinaryPrimitives.ReadUInt128LittleEndian(hash), outside);
    }

    /// <summary>Gets how many symbols, from 0 on, are common: all of them where they are places of features, none of hashes.</summary>
    public int Small => mode == BinningMode.Argmax ? features : 0;

    /// <summary>Tells whether a row can have a symbol; of hashes it cannot be told.</summary>
    public bool CanBe(UInt128 symbol) => mode != BinningMode.Argmax || symbol < (UInt128)features;
}
