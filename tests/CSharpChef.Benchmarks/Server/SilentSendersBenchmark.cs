using System.Diagnostics;
using System.Text;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Measures what strangers cost a server who send a head with a right date and a wrong signature and most of a body,
/// and then nothing.
/// </summary>
internal static class SilentSendersBenchmark
{
    private const int Senders = 400;
    private const int WarmUpSenders = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static async Task AddAsync(string binary, StringBuilder table)
    {
        ServerBenchmark.Head(
            table, $"{Senders} silent senders of 1 MiB", "memory before", "most memory more", "all gone after");
        await AddAsync("without TLS", binary, ["--urls", "http://127.0.0.1:0"], table);
        using var authority = new TestAuthority();
        await AddAsync(
            "with TLS", binary,
            ["--urls", "https://127.0.0.1:0", "--certificate", authority.File, "--certificate-key", authority.KeyFile], table);
    }

    private static async Task AddAsync(string name, string binary, string[] options, StringBuilder table)
    {
        var data = Repository.Scratch();
        var keyId = await ServerContents.CreateAdministratorAsync(data);
        using var server = ServerProcess.Start(binary, data, options);
        await AllAsync(server, keyId, WarmUpSenders);
        var (before, begun) = (server.MemoryMegabytes, Stopwatch.GetTimestamp());
        var all = AllAsync(server, keyId, Senders);
        var most = before;
        while (!all.IsCompleted)
        {
            most = Math.Max(most, server.MemoryMegabytes);
            await Task.WhenAny(all, Task.Delay(Interval));
        }

        await all;
        ServerBenchmark.Row(
            table, name, $"{before:F0} MB", $"{most - before:F0} MB", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
    }

    private static Task AllAsync(ServerProcess server, string keyId, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => SilentSender.SendAsync(new(server.Url), keyId)));
}
