using System.Diagnostics;
using System.Globalization;
using CSharpChef.Stacks.Sources;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Cookbooks;

/// <summary>A repository of a real git daemon.</summary>
public sealed class GitDaemonTests : CookbookSourcesTests
{
    [Fact]
    public async Task A_repository_of_git_daemon_is_fetched()
    {
        Options = new() { Hosts = [Loopback] };
        Repository.With("web/recipes/default.csx", "1").Commit();
        var port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        using var daemon = Process.Start(new ProcessStartInfo(
            "git", ["daemon", "--verbose", "--log-destination=stderr", "--listen=127.0.0.1", $"--port={port}", "--export-all", $"--base-path={Repository.Folder}"])
        {
            RedirectStandardError = true,
        })!;
        try
        {
            await ReadyAsync(daemon);

            var version = await FetchAsync(new() { Type = SourceType.Git, Url = $"git://127.0.0.1:{port}/" });

            Assert.Equal(["web"], version.Cookbooks);
        }
        finally
        {
            daemon.Kill(entireProcessTree: true);
        }
    }

    private static async Task ReadyAsync(Process daemon)
    {
        while (await daemon.StandardError.ReadLineAsync(Ct) is { } line)
        {
            if (line.Contains("Ready to rumble", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Skip("git daemon is not installed");
    }
}
