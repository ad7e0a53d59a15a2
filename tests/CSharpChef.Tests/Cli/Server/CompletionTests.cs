using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>The completions that a shell offers when the tab key is pressed.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("csharpchef sta", "stack")]
    [InlineData("csharpchef stack cl", "clone")]
    [InlineData("csharpchef stack create x --custom-c", "--custom-cookbooks-source.url")]
    [InlineData("csharpchef stack create x --default-root-device-type ", "instance-store")]
    [InlineData("csharpchef user role ann ", "creator")]
    [InlineData("csharpchef app create x --app-source.type ", "other")]
    [InlineData("csharpchef serve --source", "--source-folder")]
    [InlineData("csharpchef serve --allow-", "--allow-source-host")]
    [InlineData("csharpchef serve --allow-", "--allow-loopback-machines")]
    public async Task The_tool_suggests_commands_options_and_values_that_fit_the_line(string line, string fits) =>
        Assert.Contains(fits, (await CommandLine.RunAsync($"[suggest:{line.Length}]", line)).Exits(0).Out
            .Split('\n', StringSplitOptions.TrimEntries));

    [Theory]
    [InlineData("bash", "complete -o default -F _csharpchef csharpchef")]
    [InlineData("zsh", "#compdef csharpchef")]
    [InlineData("fish", "complete -c csharpchef")]
    public async Task Completion_prints_a_script_for_each_shell(string shell, string says) =>
        (await CommandLine.RunAsync("completion", shell)).Exits(0).Prints(says, "[suggest:");

    [Fact]
    public async Task The_bash_script_completes_commands_in_bash()
    {
        Assert.SkipUnless(LocalShell.Has("bash"), "there is no bash here");
        var script = (await CommandLine.RunAsync("completion", "bash")).Exits(0).Out;

        var (code, output) = LocalShell.Run("bash", "-c", script + """

            csharpchef() { printf 'start\nstop\n'; }
            COMP_WORDS=(csharpchef stack st); COMP_CWORD=2; COMP_LINE="csharpchef stack st"; COMP_POINT=19
            _csharpchef; printf '%s,' "${COMPREPLY[@]}"
            """);

        Assert.Equal((0, "start,stop,"), (code, System.Text.Encoding.UTF8.GetString(output)));
    }

    [Theory]
    [InlineData("csharpchef stack st", "start,stop,")]
    [InlineData("csharpchef converge -r /etc/host", "/etc/hostname,/etc/hosts,")]
    public async Task The_fish_script_completes_commands_and_falls_back_to_files(string line, string found)
    {
        Assert.SkipUnless(LocalShell.Has("fish"), "there is no fish here");
        var script = (await CommandLine.RunAsync("completion", "fish")).Exits(0).Out;

        var (code, output) = LocalShell.Run("fish", "--no-config", "-c", script + $"""

            function csharpchef; printf '%s\n' start stop --json; end
            for one in (complete -C '{line}' | string match -r '^(?:st|/etc/host(?:s|name)$).*'); printf '%s,' $one; end
            """);

        Assert.Equal((0, found), (code, System.Text.Encoding.UTF8.GetString(output)));
    }

    [Theory, WholeSuite]
    [InlineData("source =(print -r -- $SCRIPT)")]
    [InlineData("mkdir $DIR; print -r -- $SCRIPT >$DIR/_csharpchef; fpath=($DIR $fpath); compinit -u -D")]
    public async Task The_zsh_script_completes_commands_both_sourced_and_from_fpath(string install)
    {
        Assert.SkipUnless(LocalShell.Has("zsh"), "there is no zsh here");
        var script = (await CommandLine.RunAsync("completion", "zsh")).Exits(0).Out;
        var folder = Path.Combine(Path.GetTempPath(), $"csharpchef-zsh-{Guid.NewGuid():N}");

        var (code, output) =
            LocalShell.Run("timeout", "30", "env", $"SCRIPT={script}", $"DIR={folder}", "zsh", "-f", "-c", $$"""
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z 'autoload -Uz compinit; compinit -u -D; csharpchef() { print start }; {{install}}; print RE""ADY'
            zpty -r z out '*READY*'
            zpty -w -n z $'csharpchef stack st	'
            zpty -r z out '*start*'
            print -n completed
            """);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal((0, "completed"), (code, System.Text.Encoding.UTF8.GetString(output)));
    }
}
