using CSharpChef.Converge.Local;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Tests.Converge.Runs;

public sealed class RemoteCommandTests
{
    private const int MostOutput = 1024 * 1024;

    [Theory]
    [InlineData("echo one; exit 3", "one\n", 3)]
    [InlineData("printf '%s' \"it's\" '$HOME' \\\\", "it's$HOME\\", 0)]
    [InlineData("cat <<END\nlines\nEND\nfalse", "lines\n", 1)]
    [InlineData("read -r line || echo nothing to read", "nothing to read\n", 0)]
    [InlineData("", "", 0)]
    [InlineData("printf 'no line end'", "no line end", 0)]
    public async Task A_command_has_the_output_and_exit_code_it_has_when_typed(string command, string output, int code)
    {
        var result = await RunAsync(command);

        Assert.Equal((output, code), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Standard_error_of_a_command_is_separate_from_its_output()
    {
        var result = await RunAsync("echo out; echo err >&2");

        Assert.Equal(("out\n", "err\n"), (result.Output, result.Error));
    }

    [Fact]
    public async Task The_text_of_a_command_is_in_no_process_argument()
    {
        var result = await RunAsync(
            ": canary4711; cat /proc/$PPID/cmdline /proc/$$/cmdline; grep -l 'canary[0-9]' /proc/[0-9]*/cmdline 2>/dev/null");

        Assert.DoesNotContain("canary", result.Output, StringComparison.Ordinal);
        Assert.Contains("sh", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_writes_without_an_end_is_ended_with_an_error()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync("yes"));

        Assert.Equal("wrote more than 1 MB", error.Message);
    }

    [Fact]
    public async Task Of_a_long_standard_error_the_first_whole_lines_are_kept()
    {
        var result = await RunAsync("{ echo first; printf '%0100000d' 1; echo; echo last; } >&2");

        Assert.Equal(("first\n", 0), (result.Error, result.ExitCode));
    }

    private static async Task<CommandResult> RunAsync(string command)
    {
        await using var connection = new LocalConnection();
        return await RemoteCommand.RunAsync(
            new RemoteShell(connection, Elevation.LoginUser, TimeProvider.System, "ssh web1"), Elevation.LoginUser,
            command, MostOutput, TestContext.Current.CancellationToken);
    }
}
