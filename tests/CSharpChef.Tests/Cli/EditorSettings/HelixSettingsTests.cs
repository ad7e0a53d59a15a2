using CSharpChef.Cli.EditorSettings;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.EditorSettings;

/// <summary>How the language and the server of recipes join a <c>languages.toml</c> of the user.</summary>
public sealed class HelixSettingsTests : IDisposable
{
    private const string Languages = "helix/languages.toml";
    private const string ServerTable = "[language-server.csharpchef]";
    private const string Language = "[[language]]\nname = \"csharpchef-recipe\"\n";
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[language-server.csharpchef]\ncommand = \"/opt/csharpchef\"\n")]
    [InlineData("  [ language-server . csharpchef ]\n")]
    [InlineData("[language-server.\"csharpchef\"]\ncommand = \"x\"\n")]
    [InlineData("[language-server]\ncsharpchef = { command = \"x\" }\n")]
    [InlineData("language-server.csharpchef.command = \"x\"\n")]
    [InlineData("language-server = { csharpchef = { command = \"x\" } }\n")]
    public void A_server_that_the_user_has_set_stays_and_the_language_alone_is_added(string mine)
    {
        var result = Apply(mine);

        Assert.Equal(SettingsState.Written, result.State);
        Assert.StartsWith($"{mine}\n# Recipes of CSharpChef.\n{Language}", Text());
        Assert.DoesNotContain("\nargs = [\"lsp\"]", Text());
        Assert.Equal(SettingsState.Unchanged, Apply(Text()).State);
    }

    [Theory]
    [InlineData("[language-server.csharpchef]\ncommand = \"x\"\n\n")]
    [InlineData("language-server.csharpchef.command = \"x\"\n")]
    [InlineData("[language-server]\ncsharpchef = { command = \"x\" }\n")]
    public void A_language_and_a_server_that_the_user_has_set_are_unchanged(string server) =>
        Assert.Equal(SettingsState.Unchanged, Apply(server + Language).State);

    [Theory]
    [InlineData("[language-server]\nother = { command = \"x\" }\n")]
    [InlineData("language-server.other.command = \"x\"\n")]
    [InlineData("\"language-server\" = { other = { command = \"x\" } }\n")]
    [InlineData("language = [{ name = \"c-sharp\" }]\n")]
    [InlineData("[language-server.csharpchef]\ncommand = \"x\"\n[language]\n")]
    public void A_form_to_which_no_table_may_be_added_stays_with_the_lines_to_add(string mine)
    {
        var result = Apply(mine);

        Assert.Equal(SettingsState.Refused, result.State);
        Assert.Contains("added", result.Refusal);
        Assert.StartsWith("# Recipes of CSharpChef.", result.Text);
        Assert.Equal(mine, Text());
    }

    [Theory]
    [InlineData("[language-server.other.config]\na = 1\n\n[[language]]\nname = \"c-sharp\"\nlanguage-servers = [\"other\"]\n")]
    [InlineData("[[language]]\nname = \"c-sharp\"\n[language.auto-pairs]\na = \"b\"\n")]
    [InlineData("# [language-server.csharpchef] and language-server = {}\n")]
    public void Tables_of_other_servers_and_comments_do_not_hinder(string mine)
    {
        Assert.Equal(SettingsState.Written, Apply(mine).State);
        Assert.Contains($"\n# Recipes of CSharpChef.\n{ServerTable}\n", Text());
        Assert.Contains(Language, Text());
    }

    [Fact]
    public void A_language_of_the_user_gets_the_server_alone()
    {
        Assert.Equal(SettingsState.Written, Apply(Language).State);
        Assert.Equal(
            $"{Language}\n# Recipes of CSharpChef.\n{ServerTable}\ncommand = \"csharpchef\"\nargs = [\"lsp\"]\n", Text());
    }

    private SettingsResult Apply(string mine)
    {
        folder.With(Languages, mine);
        var places = new SettingsPlaces(folder.Root, name => name == "XDG_CONFIG_HOME" ? folder.Root : null);
        return new SettingsWriter(isPrinted: false).Apply(HelixFiles.Of(places)[0]);
    }

    private string Text() => File.ReadAllText(folder[Languages]);
}
