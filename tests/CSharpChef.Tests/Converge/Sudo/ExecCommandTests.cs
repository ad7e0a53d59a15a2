using CSharpChef.Converge.Local;
using CSharpChef.Converge.Sudo;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Sudo;

public sealed class ExecCommandTests
{
    [Fact]
    public void Each_elevation_has_its_command_line_for_the_login_shell()
    {
        Assert.Equal("exec /bin/sh -s", ExecCommand.Plain(""));
        Assert.Equal("exec /bin/sh -s a 'b c'", ExecCommand.Plain("a 'b c'"));
        Assert.Equal("exec sudo -n -H /bin/sh -s a", ExecCommand.Sudo("a"));
        Assert.Equal(
            "exec sudo -k -H -S -p PROMPT /bin/sh -c 'echo START; exec /bin/sh -s \"$@\"' sh a",
            ExecCommand.SudoWithPassword("a", "PROMPT", "START"));
        Assert.Equal("echo LOGIN; exec /bin/sh -s", ExecCommand.After("LOGIN", ExecCommand.Plain("")));
    }

    [Fact]
    public void Command_lines_contain_no_character_that_login_shells_read_differently()
    {
        string[] commands =
        [
            ExecCommand.Plain("a"),
            ExecCommand.Sudo("a"),
            ExecCommand.SudoWithPassword("a", "p", "s")
        ];
        Assert.All(commands, command => Assert.Equal(-1, command.IndexOfAny(['!', '\n', '\\', '`'])));
    }

    [Theory, InlineData("bash"), InlineData("dash"), InlineData("fish"), InlineData("csh"), InlineData("tcsh"), WholeSuite]
    public async Task Every_login_shell_starts_the_POSIX_shell_with_its_arguments(string shell)
    {
        Assert.SkipUnless(
            File.Exists("/bin/" + shell) || File.Exists("/usr/bin/" + shell), $"{shell} is not installed");
        var command = ExecCommand.After("login", ExecCommand.SudoWithPassword("'a  b' c", "p", "started")).Replace("sudo -k -H -S -p p", "env",
            StringComparison.Ordinal);
        await using var connection = new LocalConnection();
        var (exit, output, _) = await connection.RunAsync($"exec {shell} -c {Quoted(command)}", "echo \"$1,$2\"\n");
        Assert.Equal((0, "login\nstarted\na  b,c\n"), (exit, output));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
