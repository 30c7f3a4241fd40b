using Infoscope.Engine;
using Infoscope.Engine.States;
using Infoscope.Loading;

namespace Infoscope.Host.Reports;

/// <summary>The file that the states of a comparison are saved in; it has its name only once it is whole.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly string path;
    private readonly FileStream file;
    private bool finished;

    public StateFile(string path, ComparisonSettings settings, SavedSettings saved, IReadOnlyList<EstimatorEntry> estimators)
    {
        this.path = path;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file = new FileStream(Unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--save-state {path} cannot be written ({failure.Message}); give a file that can be.");
        }

        Writer = new StateWriter(file, HostVersion.Text, ContractVersion.Host.ToString(), settings.Shard, saved, [.. estimators.Select(estimator => estimator.Saved!)]);
    }

    /// <summary>Gets what takes the states.</summary>
    public StateWriter Writer { get; }

    private string Unfinished => path + ".unfinished";

    /// <summary>Says why states cannot be saved in a file; null when they can.</summary>
    public static string? WhyNotInto(string path, bool overwrite)
    {
        if (File.Exists(path) && !SavedState.IsState(path)) return $"--save-state {path} is there already and is no file of states; give another file.";
        if (Directory.Exists(path)) return $"--save-state {path} is a folder; give a file.";
        return !overwrite && File.Exists(path) ? $"--save-state {path} is there already; give another file, or --overwrite." : null;
    }

    /// <summary>Makes the file whole and gives it its name.</summary>
    public void Finish(bool anyFailed)
    {
        Writer.Finish(anyFailed);
        file.Dispose();
        File.Move(Unfinished, path, overwrite: true);
        finished = true;
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        Writer.Dispose();
        try
        {
            file.Dispose();
        }
        catch (IOException) when (!finished)
        {
            // What was not finished is taken away, so whether its last bytes could be written is nothing to anyone.
        }

        if (!finished) File.Delete(Unfinished);
    }
}
