using CSharpChef.Converge.Local;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Tests.Converge.Runs;

public sealed class RemoteCommandTests
{
    [Theory]
    [InlineData("echo one; exit 3", "one\n", 3)]
    [InlineData("printf '%s' \"it's\" '$HOME' \\\\", "it's$HOME\\", 0)]
    [InlineData("cat <<END\nlines\nEND\nfalse", "lines\n", 1)]
    [InlineData("read -r line || echo nothing to read", "nothing to read\n", 0)]
    [InlineData("", "", 0)]
    [InlineData("printf 'no line end'", "no line end", 0)]
    public async Task A_command_ends_as_it_would_when_typed(string command, string output, int code)
    {
        var end = await RunAsync(command);

        Assert.Equal((output, code), (end.Output, end.ExitCode));
    }

    [Fact]
    public async Task Errors_come_apart_from_the_output()
    {
        var end = await RunAsync("echo out; echo wrong >&2");

        Assert.Equal(("out\n", "wrong\n"), (end.Output, end.Error));
    }

    [Fact]
    public async Task No_process_has_the_command_as_an_argument()
    {
        var end = await RunAsync(
            ": canary4711; cat /proc/$PPID/cmdline /proc/$$/cmdline; grep -l 'canary[0-9]' /proc/[0-9]*/cmdline 2>/dev/null");

        Assert.DoesNotContain("canary", end.Output, StringComparison.Ordinal);
        Assert.Contains("sh", end.Output, StringComparison.Ordinal);
    }

    private static async Task<CommandResult> RunAsync(string command)
    {
        await using var connection = new LocalConnection();
        return await RemoteCommand.RunAsync(
            connection, Elevation.LoginUser, command, TestContext.Current.CancellationToken);
    }
}
