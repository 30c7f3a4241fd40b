using System.Globalization;
using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>Values of the two integrals by mpmath 1.3, with 70 digits, Gauss and Legendre on panels of 2/3 in ln(K beta) refined until they agree, over where the density is above e^-45 of its largest.</summary>
public sealed class NsbReferenceTests
{
    // What lies below e^-45, on either side, of entropies that grow by 1 for each e; and the roundings of sums of N <= 3050 terms.
    private const double Error = 2e-13;

    [Theory]
    [InlineData("1:1", 7, 0.97295507452765665255)]
    [InlineData("1:3", 1000, 4.4059870755521814907)]
    [InlineData("1:20", 1e+12, 16.960585154588624513)]
    [InlineData("1:3,2:1", 1e+30, 3.1827053230702187982)]
    [InlineData("3:1,5:1", 2, 0.63497636013389288238)]
    [InlineData("1:2,4:1,9:2", 100, 1.4789136777227394206)]
    [InlineData("1:10,2:5,3:2,40:1", 1000, 2.0870089146589562891)]
    [InlineData("25:4", 4, 1.3777213398572033773)]
    [InlineData("100:1", 50, 0.010589678747412369742)]
    [InlineData("2:3", 3, 1.0225277446944895203)]
    [InlineData("1000:3,5:10", 20, 1.2045326851941900329)]
    public void KnownValuesAreReached(string countsAndSymbols, double alphabet, double expectedNats)
    {
        var counts = countsAndSymbols.Split(',').Select(one => one.Split(':').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray()).SelectMany(one => Enumerable.Repeat(one[0], (int)one[1]));
        Assert.Equal(1, CorrectedEntropy.Nats(EntropyCorrection.Nsb, CountsOfCounts.Of(counts), Math.Log(alphabet)) / expectedNats, Error);
    }
}
