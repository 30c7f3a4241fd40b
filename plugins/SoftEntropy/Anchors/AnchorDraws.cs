using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Anchors;

/// <summary>The anchors of every subspace in every draw.</summary>
internal sealed class AnchorDraws
{
    // By draw, then by subspace; one for all subspaces when they share.
    private readonly AnchorSet[][] sets;

    private AnchorDraws(AnchorSet[][] sets, int subspaces, string owner)
    {
        this.sets = sets;
        Layout = AssignmentLayout.Of(sets.Length, subspaces, sets[0][0].Count, owner);
        Hash = HashOf(sets);
    }

    /// <summary>Gets the draws, the subspaces and the number of anchors of each.</summary>
    public AssignmentLayout Layout { get; }

    /// <summary>Gets the first 16 hexadecimal digits of the SHA-256 of all anchors as used, widened to double, by draw and then by subspace.</summary>
    public string Hash { get; }

    /// <summary>Takes the anchors from the file of the options, or draws them.</summary>
    /// <exception cref="OptionException">The file does not fit, or there are more anchors than can be held.</exception>
    public static AnchorDraws Make(SoftEntropyOptions options, FeatureSplit split, EstimationContext context)
    {
        var owner = context.Options.Owner;
        if (options.AnchorsFile is { } file) return new([[AnchorSet.From(file, split, context.Precision, owner)]], split.Subspaces, owner);
        var distinct = options.SubspaceAnchors == SubspaceAnchors.Own ? split.Subspaces : 1;
        var sets = new AnchorSet[options.Draws][];
        for (var draw = 0; draw < sets.Length; draw++)
        {
            sets[draw] = new AnchorSet[distinct];
            for (var subspace = 0; subspace < distinct; subspace++)
                sets[draw][subspace] = AnchorSet.Draw(context.Random(Purpose(draw, subspace)), options.Anchors, split.Width, context.Precision, owner);
        }

        return new(sets, split.Subspaces, owner);
    }

    /// <summary>Gives the anchors of a subspace in a draw; subspaces that share get the same object.</summary>
    public AnchorSet Of(int draw, int subspace) => sets[draw][sets[draw].Length == 1 ? 0 : subspace];

    /// <summary>Writes their number and the hash, such as <c>100 sha256:</c> or <c>2 draws of 100 in each of 4 subspaces sha256:</c> and the digits.</summary>
    public override string ToString()
    {
        var draws = Layout.Draws == 1 ? "" : $"{Layout.Draws} draws of ";
        var subspaces = Layout.Subspaces == 1 ? "" : sets[0].Length == 1 ? $" shared by {Layout.Subspaces} subspaces" : $" in each of {Layout.Subspaces} subspaces";
        return string.Create(CultureInfo.InvariantCulture, $"{draws}{Layout.Anchors}{subspaces} sha256:{Hash}");
    }

    // A stream for each, so that more draws or more subspaces leave the first ones as they are.
    private static string Purpose(int draw, int subspace) => (draw, subspace) switch
    {
        (0, 0) => "anchors",
        _ => string.Create(CultureInfo.InvariantCulture, $"anchors/draw {draw}/subspace {subspace}"),
    };

    private static string HashOf(AnchorSet[][] sets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var set in sets.SelectMany(draw => draw)) hash.AppendData(MemoryMarshal.AsBytes(set.Double));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
