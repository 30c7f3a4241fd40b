namespace Infoscope.Host;

/// <summary>The promised exit codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int WrongInput = 1;
    public const int Falsified = 2;
    public const int PluginRefused = 3;
    public const int Cancelled = 130;
}
