using CSharpChef.Cli.EditorSettings;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.EditorSettings;

/// <summary>The files in the settings of the user: those of Emacs, Helix and Neovim.</summary>
public sealed class UserSettingsTests : IDisposable
{
    private const string Languages = "config/helix/languages.toml";
    private readonly CookbookFolder folder = new();

    public UserSettingsTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the folders of Windows are others");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("neovim", "nvim/plugin/csharpchef.lua", "vim.lsp.start")]
    [InlineData("helix", "helix/languages.toml", "[language-server.csharpchef]")]
    [InlineData("emacs", "emacs/csharpchef.el", "eglot-server-programs")]
    public void Settings_are_below_XDG_CONFIG_HOME_else_below_the_home_folder(
        string editor, string file, string content)
    {
        Apply(editor, new() { ["XDG_CONFIG_HOME"] = folder["config"], ["HOME"] = folder["home"] });
        Apply(editor, new() { ["XDG_CONFIG_HOME"] = "relative", ["HOME"] = folder["home"] });

        Assert.Contains(content, File.ReadAllText(folder[$"config/{file}"]));
        Assert.Contains(content, File.ReadAllText(folder[$"home/.config/{file}"]));
    }

    [Fact]
    public void Emacs_gets_its_file_in_the_folder_that_it_reads()
    {
        Directory.CreateDirectory(folder["home/.emacs.d"]);

        Apply("emacs");

        Assert.True(File.Exists(folder["home/.emacs.d/csharpchef.el"]));
        Assert.Contains(
            $"(load \"{folder["home/.emacs.d/csharpchef.el"]}\")", EditorOf("emacs").Next(Places()));
    }

    [Fact]
    public void The_languages_of_a_user_of_Helix_stay_and_ours_follow_once()
    {
        const string Mine = "[[language]]\nname = \"c-sharp\"\nauto-format = true";
        folder.With(Languages, Mine);

        var states = Apply("helix").Concat(Apply("helix")).Select(result => result.State);

        var text = File.ReadAllText(folder[Languages]);
        Assert.StartsWith($"{Mine}\n\n# Recipes of CSharpChef.\n[language-server.csharpchef]", text);
        Assert.Single(text.Split('\n'), "[language-server.csharpchef]");
        Assert.Equal(
            [SettingsState.Written, SettingsState.Written, SettingsState.Unchanged, SettingsState.Unchanged], states);
    }

    [Theory]
    [InlineData("neovim", "nvim/plugin/csharpchef.lua", "-- mine\n")]
    [InlineData("emacs", "emacs/csharpchef.el", ";; mine\n")]
    [InlineData("helix", "helix/runtime/queries/csharpchef-recipe/highlights.scm", "(comment) @comment\n")]
    public void A_file_of_the_user_with_the_name_of_ours_is_refused_and_stays(string editor, string file, string mine)
    {
        folder.With($"config/{file}", mine);

        var result = Apply(editor)[^1];

        Assert.Equal(SettingsState.Refused, result.State);
        Assert.Contains("not written by csharpchef", result.Refusal);
        Assert.NotEqual(mine, result.Text);
        Assert.Equal(mine, File.ReadAllText(folder[$"config/{file}"]));
    }

    [Theory]
    [InlineData("neovim", "nvim/plugin/csharpchef.lua")]
    [InlineData("emacs", "emacs/csharpchef.el")]
    public void A_file_that_an_older_csharpchef_wrote_is_replaced(string editor, string file)
    {
        Apply(editor);
        var text = File.ReadAllText(folder[$"config/{file}"]);
        File.AppendAllText(folder[$"config/{file}"], "old");

        Assert.Equal(SettingsState.Written, Apply(editor)[0].State);
        Assert.Equal(text, File.ReadAllText(folder[$"config/{file}"]));
    }

    [Fact]
    public void A_link_to_settings_stays_a_link()
    {
        folder.With("dotfiles/languages.toml", "theme = \"x\"\n").With("config/helix/config.toml", "");
        File.CreateSymbolicLink(folder[Languages], folder["dotfiles/languages.toml"]);

        Apply("helix");

        Assert.NotNull(new FileInfo(folder[Languages]).LinkTarget);
        Assert.Contains("csharpchef-recipe", File.ReadAllText(folder["dotfiles/languages.toml"]));
    }

    [Fact]
    public void A_file_that_only_its_owner_may_read_stays_so()
    {
        folder.With(Languages, "theme = \"x\"\n");
        LocalShell.Run("chmod", "600", folder[Languages]);

        Apply("helix");

        Assert.Equal("600\n"u8, LocalShell.Run("stat", "-c", "%a", folder[Languages]).Output);
        Assert.Contains("csharpchef-recipe", File.ReadAllText(folder[Languages]));
    }

    private List<SettingsResult> Apply(string editor, Dictionary<string, string>? variables = null) =>
        [.. EditorOf(editor).Files(Places(variables)).Select(new SettingsWriter(isPrinted: false).Apply)];

    private SettingsPlaces Places(Dictionary<string, string>? variables = null)
    {
        variables ??= new() { ["XDG_CONFIG_HOME"] = folder["config"], ["HOME"] = folder["home"] };
        return new SettingsPlaces(folder.Root, name => variables.GetValueOrDefault(name));
    }

    private static KnownEditor EditorOf(string name) => EditorList.All.Single(editor => editor.Name == name);
}
