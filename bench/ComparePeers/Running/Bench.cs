namespace Infoscope.ComparePeers.Running;

/// <summary>What lines share: the settings, the peers, and a folder for their data.</summary>
internal sealed record Bench(Settings Settings, PythonPeers Python, string Folder);
