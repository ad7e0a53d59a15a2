using System.Net;
using System.Net.Sockets;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Client.Names;
using CSharpChef.Converge.Disk;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Completions of stacks, layers and instances from answers of a server.</summary>
[Collection(ServedPlane.Name)]
public sealed class ServerCompletionTests(ServedPlane served) : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-names-");
    private readonly FakeClock clock = new(DateTimeOffset.UtcNow);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Names_of_stacks_layers_and_instances_come_from_the_server()
    {
        var (stack, _) = await served.CreateStackAsync();
        (await served.RunAsync("layer", "create", "weblayer", "--stack-id", stack)).Exits(0);

        Assert.Contains(stack, Names(Reference.Stack));
        Assert.Equal(["weblayer"], Names(Reference.Layer, stack));
        Assert.Empty(Names(Reference.Instance, stack));
    }

    [Fact]
    public async Task Names_are_kept_for_a_minute()
    {
        var (first, _) = await served.CreateStackAsync();
        Assert.Contains(first, Names(Reference.Stack));
        var (second, _) = await served.CreateStackAsync();

        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.DoesNotContain(second, Names(Reference.Stack));

        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains(second, Names(Reference.Stack));
    }

    [Fact, WholeSuite]
    public async Task A_server_that_never_answers_has_no_names_and_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var tool = new Tool();
        tool.Variables["CSHARPCHEF_URL"] = $"http://{silent.LocalEndpoint}";
        tool.Variables["CSHARPCHEF_TOKEN"] = "token";
        const string line = "csharpchef stack show ";

        // Without its own time limit the call would take 100 seconds.
        var suggested = await tool.RunAsync($"[suggest:{line.Length}]", line).WaitAsync(
            TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(suggested.Exits(0).Out.Split('\n'), word => word.Length > 0 && word[0] != '-');
    }

    [Fact]
    public void A_profile_that_does_not_exist_has_no_names() =>
        Assert.Empty(Completions(TimeSpan.FromSeconds(30)).Names(Reference.Stack, "no-such-profile", null, null));

    [Fact]
    public async Task The_tool_suggests_names_for_arguments_and_options()
    {
        var (stack, _) = await served.CreateStackAsync();
        var line = $"csharpchef stack show --profile {served.Profile} {stack[..8]}";

        await Eventually.TrueAsync(async () =>
            (await CommandLine.RunAsync($"[suggest:{line.Length}]", line)).Exits(0).Out.Contains(stack));
    }

    private IEnumerable<string> Names(Reference reference, string? stack = null) =>
        Completions(TimeSpan.FromSeconds(30)).Names(reference, served.Profile, null, stack);

    private ServerCompletions Completions(TimeSpan limit) => new(new CacheFiles(folder), clock, limit);
}
