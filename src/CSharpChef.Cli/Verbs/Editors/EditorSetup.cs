using System.CommandLine;
using CSharpChef.Cli.EditorSettings;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Editors;

/// <summary><c>csharpchef editor setup</c></summary>
internal static class EditorSetup
{
    private const int Failed = 1;
    private const int FileError = 3;

    public static Command Create()
    {
        var output = new OutputOptions();
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The folder of the project. Default: the current folder.",
            DefaultValueFactory = _ => ".",
        };
        var editors = new Option<string[]>("--editor", "-e")
        {
            Description = "The editor: emacs, helix, neovim or vscode. Repeat it for several. Default: those on the PATH.",
            HelpName = "EDITOR",
        };
        var print = new Option<bool>("--print") { Description = "Print the settings and write nothing." };
        var noInstall = new Option<bool>("--no-install")
        {
            Description = "Print the command that installs the extension of Visual Studio Code, and do not run it.",
        };
        editors.AcceptOnlyFromAmong([.. EditorList.All.Select(editor => editor.Name)]);
        var command = new Command("setup", """
            Write the settings with which an editor completes recipes.
            For Visual Studio Code they are in .vscode of the project, with schemas of the JSON files; the extension is
            installed when code is on the PATH. For the others they are in the settings of the user. What you have set
            yourself stays: a file that cannot be changed without loss is left alone, and the lines to add are printed.

            Examples:
              csharpchef editor setup                            # the editors that are installed
              csharpchef editor setup --editor vscode ~/shop
              csharpchef editor setup --editor neovim --print
            """);
        command.Arguments.Add(folder);
        command.Options.Add(editors);
        command.Options.Add(print);
        command.Options.Add(noInstall);
        output.AddJsonTo(command);
        command.SetAction((parsed, ct) => RunAsync(
            new SettingsPlaces(ProjectFolder(parsed.GetValue(folder)!), Environment.GetEnvironmentVariable),
            parsed.GetValue(editors) ?? [],
            new SetupOutput(output.Json(parsed), parsed.GetValue(print)),
            !parsed.GetValue(print) && !parsed.GetValue(noInstall),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(
        SettingsPlaces places, IReadOnlyList<string> names, SetupOutput output, bool installs, CancellationToken ct)
    {
        var editors = EditorList.Chosen(names, places.Variable);
        if (names.Count == 0)
        {
            output.Found(editors);
        }

        var (writer, code) = (new SettingsWriter(output.IsPrinted), 0);
        foreach (var editor in editors)
        {
            List<SettingsResult> results = [.. editor.Files(places).Select(writer.Apply)];
            List<SetupStep> steps =
            [
                .. results.Select(result => result.Note).OfType<string>().Select(note => new SetupStep(note)),
                .. await StepsAsync(editor, places, installs, ct),
            ];
            output.Add(editor, results, steps);
            code = results.Any(result => result.Refusal is not null) ? FileError
                : steps.Any(step => step.HasFailed) ? Math.Max(code, Failed)
                : code;
        }

        output.End();
        return code;
    }

    private static async Task<IReadOnlyList<SetupStep>> StepsAsync(
        KnownEditor editor, SettingsPlaces places, bool installs, CancellationToken ct)
    {
        var next = new SetupStep(editor.Next(places));
        return editor.Name == EditorList.VsCode
            ? [await new VsCodeExtension(AppContext.BaseDirectory, places.Variable).InstallAsync(installs, ct), next]
            : [next];
    }

    private static string ProjectFolder(string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new UsageException($"there is no folder {folder}: name the folder of the project");
}
