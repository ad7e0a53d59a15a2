using CSharpChef.Cli.EditorSettings;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.EditorSettings;

/// <summary>The extension is installed by the editor's own program, of which there is a double here.</summary>
public sealed class VsCodeExtensionTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    public VsCodeExtensionTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the double is a shell script");
        folder.With("tool/editors/csharpchef.vsix", "").With("bin/file", "");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_editor_installs_the_extension_that_lies_beside_the_program()
    {
        Code($"echo \"$@\" > '{folder["arguments"]}'");

        var step = await InstallAsync();

        Assert.Equal(new SetupStep("the extension is installed: reload the window"), step);
        Assert.Equal(
            $"--install-extension {folder["tool/editors/csharpchef.vsix"]} --force\n", File.ReadAllText(folder["arguments"]));
    }

    [Fact]
    public async Task A_refusal_of_the_editor_is_shown_with_the_command()
    {
        Code("echo 'not compatible' >&2; exit 1");

        var step = await InstallAsync();

        Assert.True(step.HasFailed);
        Assert.EndsWith(
            $"ended with exit code 1 (not compatible): try it again with code --install-extension {folder["tool/editors/csharpchef.vsix"]}",
            step.Text);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_command_is_printed_where_the_editor_is_missing_and_when_nothing_is_to_be_installed(
        bool hasCode, bool installs)
    {
        if (hasCode)
        {
            Code("exit 1");
        }

        Assert.Equal(
            new SetupStep($"install the extension: code --install-extension {folder["tool/editors/csharpchef.vsix"]}"),
            await InstallAsync(installs));
    }

    [Fact]
    public async Task A_build_without_the_extension_says_how_to_make_it()
    {
        Code("exit 1");
        File.Delete(folder["tool/editors/csharpchef.vsix"]);

        var step = await InstallAsync();

        Assert.Contains("npm run package", step.Text);
        Assert.False(step.HasFailed);
    }

    private Task<SetupStep> InstallAsync(bool installs = true) => new VsCodeExtension(folder["tool"], _ => folder["bin"])
        .InstallAsync(installs, TestContext.Current.CancellationToken);

    private void Code(string script)
    {
        folder.With("bin/code", $"#!/bin/sh\n{script}\n");
        LocalShell.Run("chmod", "755", folder["bin/code"]);
    }
}
