using System.Security.Cryptography;
using CSharpChef.Converge.Local;
using CSharpChef.Converge.Shell;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

/// <summary>Tests of every connection: to this machine, and over SSH.</summary>
[WholeSuite]
public sealed class ConnectionTests(SshServer server) : IClassFixture<SshServer>
{
    private const int Large = 8 * 1024 * 1024;
    private const string Builtin = "the built-in client";
    private const string OpenSsh = "ssh";

    public static TheoryData<string> Kinds => ["this machine", Builtin, OpenSsh];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_command_returns_its_output_its_errors_and_its_exit_code(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        Assert.Equal((3, "out\n", "err\n"), await connection.RunAsync("echo out; echo err >&2; exit 3"));
        Assert.Equal((0, "", ""), await connection.RunAsync("true"));
        Assert.Equal(2, connection.RoundTrips);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_killed_command_has_no_exit_code(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        Assert.Null((await connection.RunAsync("kill -9 $$")).Exit);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Disposing_an_unused_input_sends_the_end_of_file(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        Assert.Equal((0, "done\n", ""), await connection.RunAsync("cat; echo done"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_large_input_reaches_the_command_unchanged(string kind)
    {
        var content = RandomNumberGenerator.GetBytes(Large);
        await using var connection = await ConnectAsync(kind);
        await using var process = await connection.ExecAsync("sha256sum", Ct);
        await process.Input.WriteAsync(content, Ct);
        var (exit, output, _) = await process.FinishAsync();
        Assert.Equal((0, Convert.ToHexStringLower(SHA256.HashData(content)) + "  -\n"), (exit, output));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_large_output_arrives_unchanged(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        var (exit, output, _) = await connection.RunAsync($"head -c {Large} /dev/zero | tr '\\0' x");
        Assert.Equal((0, Large), (exit, output.Count(c => c == 'x')));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Writing_to_a_command_that_has_ended_fails_and_does_not_block(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        await using var process = await connection.ExecAsync("true", Ct);
        var writing = process.Input.WriteAsync(new byte[Large], Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct);
        await Assert.ThrowsAsync<IOException>(() => writing);
        Assert.Equal(0, await process.Exit);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Disposing_a_process_kills_the_command_and_its_children(string kind)
    {
        Assert.SkipWhen(kind == OpenSsh, "ssh tells sshd nothing of a command that nobody waits for any more");
        Assert.SkipWhen(kind == Builtin && Environment.IsPrivilegedProcess, "sshd signals no session of root");
        await using var connection = await ConnectAsync(kind);
        var process = await connection.ExecAsync("tail -f /dev/null & echo $!; wait", Ct);
        var pid = await new StreamReader(process.Output).ReadLineAsync(Ct);
        await process.DisposeAsync();
        await Eventually.TrueAsync(() => HasEnded(pid!));
    }

    [Theory, InlineData(Builtin), InlineData(OpenSsh)]
    public async Task Twenty_commands_at_once_share_one_connection(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        var results =
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => connection.RunAsync($"cat; echo {i}", $"in {i} ")));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"in {i} {i}\n"), results.Select(result => result.Output));
    }

    [Theory(Timeout = 60_000), InlineData(Builtin), InlineData(OpenSsh)]
    public async Task Disposing_a_process_while_it_ends_does_not_disturb_other_commands_of_the_connection(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        var ct = TestContext.Current.CancellationToken;
        // sshd allows 10 sessions and may count one that has just ended.
        var ends = Enumerable.Range(0, 5).Select(async _ =>
        {
            for (var i = 0; i < 30; i++)
            {
                await using var process = await connection.ExecAsync("read one", ct);
                await process.Input.WriteAsync("one\n"u8.ToArray(), ct);
                await process.Input.DisposeAsync();
                Assert.Equal(0, await CountAsync(process.Output));
            }
        });

        await Task.WhenAll(ends);

        Assert.Equal((0, "still here\n", ""), await connection.RunAsync("echo still here"));
    }

    [Theory, InlineData(Builtin), InlineData(OpenSsh)]
    public async Task A_command_blocks_while_its_output_is_not_read(string kind)
    {
        await using var connection = await ConnectAsync(kind);
        await using var process = await connection.ExecAsync(
            "sh -c 'echo $$ >&2; exec head -c 20000000 /dev/zero'; echo written >&2", Ct);
        var errors = new StreamReader(process.Error);
        // It must be written first: both outputs share the window of the channel, which is full soon.
        var pid = await errors.ReadLineAsync(Ct);
        var written = errors.ReadLineAsync(Ct).AsTask();
        var (unchanged, before) = (0, "");

        await Eventually.TrueAsync(() =>
        {
            var now = File.ReadLines($"/proc/{pid}/io")
                .First(line => line.StartsWith("wchar", StringComparison.Ordinal));
            (unchanged, before) = (now == before ? unchanged + 1 : 0, now);
            return unchanged == 20;
        });

        Assert.False(written.IsCompleted);
        Assert.Equal(20_000_000, await CountAsync(process.Output));
        Assert.Equal("written", await written);
    }

    private static bool HasEnded(string pid) => !Directory.Exists($"/proc/{pid}")
        || File.ReadAllText($"/proc/{pid}/stat").Contains(" Z ", StringComparison.Ordinal);

    private static async Task<long> CountAsync(Stream stream)
    {
        var (buffer, sum) = (new byte[65536], 0L);
        while (await stream.ReadAsync(buffer, Ct) is > 0 and var count)
        {
            sum += count;
        }

        return sum;
    }

    private async Task<IConnection> ConnectAsync(string kind) => kind switch
    {
        Builtin => await server.ConnectAsync(),
        OpenSsh => await server.ConnectWithOpenSshAsync(),
        _ => new LocalConnection(),
    };
}
