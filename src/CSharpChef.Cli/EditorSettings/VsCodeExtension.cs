using System.Diagnostics;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>The extension of Visual Studio Code, which is a file beside this program.</summary>
internal sealed class VsCodeExtension(string folder, Func<string, string?> variable)
{
    private const string Missing =
        "this build of csharpchef has no extension for Visual Studio Code: run npm ci && npm run package in editors/vscode of its source, and code --install-extension csharpchef.vsix there";

    private string File => Path.Combine(folder, "editors", "csharpchef.vsix");

    private bool IsThere => System.IO.File.Exists(File);

    private string Command => $"code --install-extension {ShellQuote.Word(File)}";

    /// <summary>Installs the extension where the program of the editor is on the PATH.</summary>
    /// <param name="installs">False to name the command only.</param>
    /// <param name="ct">Cancels the wait for the editor.</param>
    public async Task<SetupStep> InstallAsync(bool installs, CancellationToken ct)
    {
        if (!IsThere)
        {
            return new SetupStep(Missing);
        }

        if (!installs || ProgramPath.Find("code", variable) is not { } code)
        {
            return new SetupStep($"install the extension: {Command}");
        }

        var start = new ProcessStartInfo(code, ["--install-extension", File, "--force"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? new SetupStep("the extension is installed: reload the window")
            : new SetupStep(
                $"the extension was not installed, because {code} ended with exit code {process.ExitCode} ({(await error + await output).Trim()}): try it again with {Command}",
                HasFailed: true);
    }
}
