using System.Text;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Measures a server with many stacks, a stack with a thousand instances, and answers of many megabytes.
/// </summary>
internal static class SizeBenchmark
{
    private const int Clients = 4;
    private const int Readers = 12;
    private const int Created = 800;
    private const int Described = 200;
    private const int WarmUp = 50;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(15);

    public static async Task AddAsync(string binary, StringBuilder table)
    {
        var data = Repository.Scratch();
        var contents = await SizeContents.CreateAsync(data);
        using var server = ServerProcess.Start(binary, data);
        using var load = new ServerLoad(server.Url, contents.Token);
        ServerBenchmark.Head(
            table, $"{SizeContents.Stacks} stacks, {SizeContents.Instances} instances in one of them", "median ms", "calls a second", "processor ms a call");
        await DescribeAsync(server, load, table);
        await CreateAsync(server, load, contents, table);
        await ReadAsync(server, load, contents, table);
    }

    private static async Task DescribeAsync(ServerProcess server, ServerLoad load, StringBuilder table)
    {
        await MeasureAsync(server, "", 1, WarmUp, _ => load.CallAsync("DescribeStacks", new { }), new());
        await MeasureAsync(
            server, $"DescribeStacks, {SizeContents.Stacks}", 1, Described, _ => load.CallAsync("DescribeStacks", new { }), table);
    }

    private static async Task CreateAsync(
        ServerProcess server, ServerLoad load, SizeContents contents, StringBuilder table)
    {
        Func<int, Task> call = _ => load.CallAsync(
            "CreateInstance",
            new { contents.StackId, LayerIds = new[] { contents.LayerId }, InstanceType = "small" });
        await MeasureAsync(server, "", Clients, WarmUp, call, new());
        await MeasureAsync(server, $"CreateInstance, {Clients} clients", Clients, Created, call, table);
    }

    private static async Task ReadAsync(
        ServerProcess server, ServerLoad load, SizeContents contents, StringBuilder table)
    {
        var most = 0.0;
        await ServerLoad.CallContinuouslyAsync(Readers, Reading, async n =>
        {
            await (n % 3 == 0 ? load.CallAsync("DescribeStacks", new { })
                : n % 3 == 1 ? load.CallAsync("DescribeInstances", new { contents.StackId })
                : load.CallAsync("DescribeDeployments", new { contents.StackId }));
            most = Math.Max(most, server.MemoryMegabytes);
        });
        ServerBenchmark.Head(table, $"{Readers} clients that read all of it, with {SizeContents.Deployments} deployments of 100 KB");
        ServerBenchmark.Row(table, "most memory", $"{most:F0} MB");
    }

    private static async Task MeasureAsync(
        ServerProcess server, string name, int clients, int calls, Func<int, Task> call, StringBuilder table)
    {
        var (processor, start) = (server.Processor, TimeProvider.System.GetTimestamp());
        var times = await ServerLoad.CallTimesAsync(clients, calls, call);
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        ServerBenchmark.Row(
            table, name, ServerBenchmark.Number(ServerBenchmark.Quantile(times, 0.5)),
            ServerBenchmark.Number(calls / elapsed.TotalSeconds),
            ServerBenchmark.Number((server.Processor - processor).TotalMilliseconds / calls));
    }
}
