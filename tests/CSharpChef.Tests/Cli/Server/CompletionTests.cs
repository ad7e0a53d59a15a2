namespace CSharpChef.Tests;

/// <summary>What a shell is told when the tab key is pressed.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("csharpchef sta", "stack")]
    [InlineData("csharpchef stack cl", "clone")]
    [InlineData("csharpchef stack create x --custom-c", "--custom-cookbooks-source.url")]
    [InlineData("csharpchef stack create x --default-root-device-type ", "instance-store")]
    [InlineData("csharpchef user role ann ", "creator")]
    public async Task The_tool_says_what_fits(string line, string fits) =>
        Assert.Contains(fits, (await CommandLine.RunAsync($"[suggest:{line.Length}]", line)).With(0).Out.Split('\n', StringSplitOptions.TrimEntries));

    [Theory]
    [InlineData("bash", "complete -o default -F _csharpchef csharpchef")]
    [InlineData("zsh", "#compdef csharpchef")]
    [InlineData("fish", "complete -c csharpchef")]
    public async Task Each_shell_has_a_script(string shell, string says) => (await CommandLine.RunAsync("completion", shell)).With(0).Says(says, "[suggest:");

    [Fact]
    public async Task The_script_of_bash_completes_there()
    {
        Assert.SkipUnless(Shell.Has("bash"), "there is no bash here");
        var script = (await CommandLine.RunAsync("completion", "bash")).With(0).Out;

        var (code, output) = Shell.Run("bash", "-c", script + """

            csharpchef() { printf 'start\nstop\n'; }
            COMP_WORDS=(csharpchef stack st); COMP_CWORD=2; COMP_LINE="csharpchef stack st"; COMP_POINT=19
            _csharpchef; printf '%s,' "${COMPREPLY[@]}"
            """);

        Assert.Equal((0, "start,stop,"), (code, System.Text.Encoding.UTF8.GetString(output)));
    }
}
