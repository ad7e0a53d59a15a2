namespace CSharpChef.Cli.EditorSettings;

/// <summary>The folders in which editors look for settings.</summary>
/// <param name="Project">The folder of a project, as a full path.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record SettingsPlaces(string Project, Func<string, string?> Variable)
{
    private const string Config = ".config";

    /// <summary>A path below the project.</summary>
    public string OfProject(params string[] parts) => Path.Combine([Project, .. parts]);

    /// <summary>A path below the folder of the user's settings.</summary>
    /// <param name="windows">The variable that names the folder on Windows.</param>
    /// <param name="parts">The parts of the path.</param>
    public string OfUser(string windows, params string[] parts) => Path.Combine([UserFolder(windows), .. parts]);

    /// <summary>
    /// A path below the settings of Emacs: <c>~/.emacs.d</c> where it exists, as Emacs itself chooses.
    /// </summary>
    public string OfEmacs(string file)
    {
        var old = Path.Combine(Home, ".emacs.d");
        return Path.Combine(
            Directory.Exists(old) || OperatingSystem.IsWindows() ? old : OfUser("APPDATA", "emacs"), file);
    }

    private string Home => Variable(OperatingSystem.IsWindows() ? "APPDATA" : "HOME") is { Length: > 0 } home
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    // The XDG Base Directory Specification ignores relative paths.
    private string UserFolder(string windows) =>
        Variable("XDG_CONFIG_HOME") is { } config && Path.IsPathFullyQualified(config) ? config
        : OperatingSystem.IsWindows() && Variable(windows) is { Length: > 0 } folder ? folder
        : Path.Combine(Home, Config);
}
