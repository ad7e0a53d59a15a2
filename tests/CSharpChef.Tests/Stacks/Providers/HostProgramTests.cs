using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local.Host;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class HostProgramTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HostProgramTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "machines of this host are for Linux");

    [Fact]
    public async Task Arguments_reach_a_program_unchanged()
    {
        var end = await HostProgram.RunAsync(["printf", "%s|", "a b", "$HOME;id", ""], Cancel);

        Assert.Equal((0, "a b|$HOME;id||\n"), (end.ExitCode, end.Output));
    }

    [Fact]
    public async Task Every_line_of_output_is_reported()
    {
        var lines = new List<string>();

        await HostProgram.RunAsync(["cat"], "one\ntwo\n", lines.Add, Cancel);

        Assert.Equal(["one", "two"], lines);
    }

    [Fact]
    public async Task The_error_of_a_failed_program_shows_its_last_lines_of_standard_error()
    {
        var end = await HostProgram.RunAsync(["sh", "-c", "seq 20 >&2; exit 3"], Cancel);

        var error = Assert.Throws<ProviderException>(() => end.Expect("Cannot count", "Try less."));

        Assert.Equal(
            "Cannot count: sh ended with 3. Try less.\n  13\n  14\n  15\n  16\n  17\n  18\n  19\n  20", error.Message);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public async Task The_error_for_a_missing_program_says_what_to_install()
    {
        var error = await Assert.ThrowsAsync<ProviderException>(
            () => HostProgram.RunAsync(["no-such-program"], Cancel));

        Assert.StartsWith("Cannot run no-such-program on this host: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            "Install it: apt-get install debootstrap util-linux",
            HostNeeds.Advice(["debootstrap", "unshare", "setsid"]));
    }
}
