using Infoscope.ComparePeers.Running;

namespace Infoscope.ComparePeers.Growth;

internal static class AllSeries
{
    public static string Measure(string folder, Settings settings) => folder + settings;
}
