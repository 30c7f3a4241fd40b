namespace Infoscope.Host.Tests.Commands;

public sealed class NewTests : IDisposable
{
    private static readonly string[] Project =
    [
        "Directory.Build.props", "README.md",
        "Acme.Knn.Tests/Acme.Knn.Tests.csproj", "Acme.Knn.Tests/KnnEstimatorTests.cs",
        "Acme.Knn.slnx",
        "Acme.Knn/Acme.Knn.csproj", "Acme.Knn/KnnEstimation.cs", "Acme.Knn/KnnEstimator.cs", "Acme.Knn/KnnOptions.cs",
    ];

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void AProjectIsWrittenNamedAndFollowedByWhatToType()
    {
        var run = files.Run("new", "estimator", "Acme.Knn").Done();
        Assert.Equal(Project.Select(file => $"Acme.Knn/{file}").Order(), Unix(run.OutputLines).Order());
        Assert.Equal(Unix(run.OutputLines).Order(), Written().Order());
        Assert.Equal(
            [
                "next, with your own activations and labels:",
                "  dotnet build -c Release Acme.Knn",
                "  infoscope compare ACTIVATIONS.npy --labels y=LABELS.npy --estimators acme-knn --plugin Acme.Knn/Acme.Knn/bin/Release/net10.0",
                "  infoscope verify Acme.Knn/Acme.Knn/bin/Release/net10.0",
                "  dotnet test -c Release Acme.Knn",
            ],
            Unix(run.ErrorLines));
        Assert.Contains("namespace Acme.Knn;", files.Read("Acme.Knn", "Acme.Knn", "KnnEstimator.cs"), StringComparison.Ordinal);
        Assert.Contains("[Estimator(\"acme-knn\"", files.Read("Acme.Knn", "Acme.Knn", "KnnEstimator.cs"), StringComparison.Ordinal);
        Assert.Contains("Include=\"../Acme.Knn/Acme.Knn.csproj\"", files.Read("Acme.Knn", "Acme.Knn.Tests", "Acme.Knn.Tests.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void OneFileIsWrittenNamedAndFollowedByWhatToType()
    {
        var run = files.Run("new", "estimator", "Acme.Knn", "--single-file").Done();
        Assert.Equal("Acme.Knn.cs\n", run.Output);
        Assert.Equal(["Acme.Knn.cs"], Written());
        Assert.Equal(
            [
                "next, with your own activations and labels:",
                "  infoscope compare ACTIVATIONS.npy --labels y=LABELS.npy --estimators acme-knn --plugin Acme.Knn.cs",
                "  infoscope verify Acme.Knn.cs",
            ],
            run.ErrorLines);
    }

    [Fact]
    public void TheFolderIsTheOneThatIsNamedAndCommandsAreQuotedForAShell()
    {
        var run = files.Run("new", "estimator", "Acme.Knn", "--output", "my plugins/knn").Done();
        Assert.Equal(Project.Select(file => $"my plugins/knn/{file}").Order(), Written().Order());
        Assert.Contains(OperatingSystem.IsWindows() ? "  dotnet build -c Release \"my plugins/knn\"" : "  dotnet build -c Release 'my plugins/knn'", run.ErrorLines);
    }

    [Theory]
    [InlineData("-x", "./-x/Acme.Knn.cs")]
    [InlineData("a\nb", "$'a\\012b/Acme.Knn.cs'")]
    [InlineData("it's\t\\", "$'it\\'s\\011\\\\/Acme.Knn.cs'")]
    public void AFolderThatAShellWouldReadAsSomethingElseIsWrittenSoThatItDoesNot(string folder, string typed)
    {
        if (OperatingSystem.IsWindows()) return;
        var run = files.Run("new", "estimator", "Acme.Knn", "--single-file", "--output", folder).Done();
        Assert.Equal($"  infoscope verify {typed}", run.ErrorLines[^1]);
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", ["-c", $"test -f {typed}"]) { WorkingDirectory = files.PathOf() })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public void QuietSaysNothingButTheFiles() => Assert.Equal("", files.Run("new", "estimator", "Acme.Knn", "--quiet").Done().Errors);

    [Fact]
    public void WhatIsInTheWayIsListedAndNothingIsWritten()
    {
        files.Write("Acme.Knn/README.md", "mine\n");
        files.Write("Acme.Knn/Acme.Knn/KnnOptions.cs", "mine\n");
        files.Write("Acme.Knn/notes.txt", "mine\n");
        var before = Written().Order();
        var (readme, options) = (Path.Combine("Acme.Knn", "README.md"), Path.Combine("Acme.Knn", "Acme.Knn", "KnnOptions.cs"));
        files.Run("new", "estimator", "Acme.Knn").AssertRefused($"{readme}, {options} are in the way, and nothing was written; move them away, or give another folder with --output.");
        Assert.Equal(before, Written().Order());
        Assert.Equal("mine\n", files.Read("Acme.Knn", "README.md"));

        files.Write("Acme.Knn.cs", "mine\n");
        files.Run("new", "estimator", "Acme.Knn", "--single-file").AssertRefused("Acme.Knn.cs is in the way, and nothing was written; move it away, or give another folder with --output.");
    }

    [Fact]
    public void AFolderThatHoldsOtherThingsIsNotInTheWay()
    {
        files.Write("Acme.Knn/notes.txt", "mine\n");
        files.Run("new", "estimator", "Acme.Knn").Done();
        Assert.Equal("mine\n", files.Read("Acme.Knn", "notes.txt"));
    }

    [Fact]
    public void AFileWhereAFolderHasToBeIsInTheWay()
    {
        files.Write("taken", "mine\n");
        foreach (var output in new[] { "taken", "taken/below" })
            files.Run("new", "estimator", "Acme.Knn", "--output", output).AssertRefused("taken is in the way, and nothing was written; move it away, or give another folder with --output.");
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsRefusedInASentence()
    {
        // Where nobody, whatever their rights, can make a folder.
        if (!OperatingSystem.IsLinux()) return;
        var run = files.Run("new", "estimator", "Acme.Knn", "--output", "/proc/infoscope");
        Assert.Matches("^/proc/infoscope/.* cannot be written \\(.*\\); give a folder that can be with --output\\.$", Assert.Single(run.ErrorLines));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void WhatIsWrongWithTheCommandLineIsSaidInASentence()
    {
        files.Run("new").AssertRefused("a kind of plugin is needed; there is estimator.", "try: infoscope new --help");
        files.Run("new", "estimatr", "Acme.Knn").AssertRefused("there is no kind of plugin 'estimatr'; did you mean estimator?", "try: infoscope new --help");
        files.Run("new", "estimator").AssertRefused("new estimator needs NAME; give the name of the plugin, such as Acme.Knn.", "try: infoscope new estimator --help");
        files.Run("new", "estimator", "Acme.Knn", "--output", "").AssertRefused("--output is empty; give a folder, which need not be there yet.");
        files.Run("new", "estimator", "Acme.Knn", "--single").AssertRefused("there is no option '--single'; did you mean --single-file?", "try: infoscope new estimator --help");
        files.Run("new", "estimator", "Binning").AssertRefused("there is an estimator 'binning' already, and ids are unique; give another name.");
        Assert.Empty(Written());
    }

    [Fact]
    public void APluginBesideThatIsRefusedIsToldOfAndIsThree()
    {
        var run = files.Run("new", "estimator", "Acme.Knn", "--plugin", "nothing.dll", "--quiet");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("NotFound: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(Project.Length, Written().Count());
    }

    private static IEnumerable<string> Unix(IEnumerable<string> lines) => lines.Select(line => line.Replace('\\', '/'));

    private IEnumerable<string> Written() => Unix(Directory.EnumerateFiles(files.PathOf(), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(files.PathOf(), file)));
}
