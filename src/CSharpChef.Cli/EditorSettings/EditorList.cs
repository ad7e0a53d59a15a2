using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>All editors whose settings can be written.</summary>
internal static class EditorList
{
    public const string VsCode = "vscode";

    public static IReadOnlyList<KnownEditor> All { get; } =
    [
        new("emacs", "Emacs", ["emacs"])
        {
            Files = places => [SettingsFile.OfUser(places.OfEmacs("csharpchef.el"), Part("csharpchef.el"))],
            Next = places => $"add to the init file of Emacs: (load \"{places.OfEmacs("csharpchef.el")}\")",
        },
        new("helix", "Helix", ["hx", "helix"])
        {
            Files = HelixFiles.Of,
            Next = _ => "hx --health csharpchef-recipe shows whether Helix finds csharpchef",
        },
        new("neovim", "Neovim", ["nvim"])
        {
            Files = places =>
            [
                SettingsFile.OfUser(
                    places.OfUser("LOCALAPPDATA", "nvim", "plugin", "csharpchef.lua"), Part("csharpchef.lua")),
            ],
            Next = _ => "open a recipe: Ctrl-X Ctrl-O completes, :lua vim.lsp.buf.hover() shows documentation",
        },
        new(VsCode, "Visual Studio Code", ["code"])
        {
            Files = VsCodeFiles.Of,
            Next = _ => "commit the folder .vscode, so that everybody has the same settings",
        },
    ];

    /// <summary>The editors whose program is on the PATH.</summary>
    public static IReadOnlyList<KnownEditor> Installed(Func<string, string?> variable) =>
        [.. All.Where(editor => editor.Programs.Any(program => ProgramPath.Find(program, variable) is not null))];

    /// <summary>The editors of these names; without names those that are installed.</summary>
    /// <exception cref="UsageException">None is installed.</exception>
    public static IReadOnlyList<KnownEditor> Chosen(IReadOnlyList<string> names, Func<string, string?> variable)
    {
        var chosen = names.Count > 0
            ? All.Where(editor => names.Contains(editor.Name)).ToList()
            : Installed(variable);
        return chosen.Count > 0 ? chosen : throw new UsageException(
            $"none of the programs {string.Join(", ", All.Select(editor => editor.Programs[0]))} is on the PATH: name the editor with --editor ({string.Join(", ", All.Select(editor => editor.Name))})");
    }

    /// <summary>A part of this program, which a file of settings consists of.</summary>
    public static string Part(string name) => SettingsFile.Shipped($"editors/{name}");
}
