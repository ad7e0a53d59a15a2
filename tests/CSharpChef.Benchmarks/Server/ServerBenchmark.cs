using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Measures start-up, idle cost and answers of a server with a thousand instances and a hundred thousand commands.
/// </summary>
internal static class ServerBenchmark
{
    private const int CallsPerSecond = 100;
    private const int Writers = 4;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    public static async Task<string> RunAsync(string binary, int runs)
    {
        var table = new StringBuilder();
        await IdleAsync(binary, runs, table);
        var data = Repository.Scratch();
        var contents = await ServerContents.CreateAsync(data);
        using var server = ServerProcess.Start(binary, data);
        using var load = new ServerLoad(server.Url, contents.Token);
        await ReadAsync(load, contents, table);
        await WriteAsync(load, contents, table);
        Row(table, "memory after these calls", $"{server.MemoryMegabytes:F0} MB");
        await SizeBenchmark.AddAsync(binary, table);
        await SilentSendersBenchmark.AddAsync(binary, table);
        return table.ToString();
    }

    private static async Task IdleAsync(string binary, int runs, StringBuilder table)
    {
        var ready = new List<double>();
        for (var n = 0; n < runs; n++)
        {
            using var fresh = ServerProcess.Start(binary, Repository.Scratch());
            ready.Add(fresh.Ready.TotalMilliseconds);
        }

        using var server = ServerProcess.Start(binary, Repository.Scratch());
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = server.Processor;
        await Task.Delay(TimeSpan.FromSeconds(10));
        Head(table, "An idle server");
        Row(table, $"new store, process start to ready, median of {runs}", $"{Quantile(ready, 0.5):F0} ms");
        Row(table, "memory after 15 s", $"{server.MemoryMegabytes:F0} MB");
        Row(table, "processor time", $"{(server.Processor - before).TotalMilliseconds / 10:F0} ms a second");
    }

    private static async Task ReadAsync(ServerLoad load, ServerContents contents, StringBuilder table)
    {
        Head(table, $"{CallsPerSecond} calls a second, 1,000 instances, 100,000 commands", "median ms", "p99 ms", "max ms");
        var calls = Reads(contents);
        Func<int, Task> call = n => calls[n % calls.Count].Call(load, n);
        await ServerLoad.CallAtRateAsync(CallsPerSecond, TimeSpan.FromSeconds(5), call);
        var times = await ServerLoad.CallAtRateAsync(CallsPerSecond, Duration, call);
        for (var i = 0; i < calls.Count; i++)
        {
            var timesOfCall = times.Where((_, n) => n % calls.Count == i).ToList();
            TimesRow(table, calls[i].Name, timesOfCall);
        }

        TimesRow(table, "all", times);
    }

    private static void TimesRow(StringBuilder table, string name, IReadOnlyCollection<double> times) =>
        Row(table, name, Number(Quantile(times, 0.5)), Number(Quantile(times, 0.99)), Number(times.Max()));

    private static async Task WriteAsync(ServerLoad load, ServerContents contents, StringBuilder table)
    {
        Head(table, $"{Writers} clients at once, SQLite", "calls a second");
        var duration = TimeSpan.FromSeconds(10);
        var creations = await ServerLoad.CallContinuouslyAsync(Writers, duration, n => load.CallAsync(
            "CreateApp", new { StackId = StackId(contents, n), Name = $"app {n}", Type = "other" }));
        var updates = await ServerLoad.CallContinuouslyAsync(Writers, duration, n => load.CallAsync(
            "UpdateStack", new { StackId = StackId(contents, n), Name = $"stack {n}" }));
        Row(table, "CreateApp", Number(creations));
        Row(table, "UpdateStack", Number(updates));
    }

    private static string StackId(ServerContents contents, int n) => contents.StackIds[n % contents.StackIds.Count];

    private static IReadOnlyList<(string Name, Func<ServerLoad, int, Task> Call)> Reads(ServerContents contents)
    {
        var (stacks, layers, instances, deployments) =
            (contents.StackIds, contents.LayerIds, contents.InstanceIds, contents.DeploymentIds);
        return
        [
            ("DescribeStacks, 25", (load, _) => load.CallAsync("DescribeStacks", new { })),
            ("DescribeStackSummary", (load, n) =>
                load.CallAsync("DescribeStackSummary", new { StackId = stacks[n % stacks.Count] })),
            ("DescribeLayers, 4 of a stack", (load, n) =>
                load.CallAsync("DescribeLayers", new { StackId = stacks[n % stacks.Count] })),
            ("DescribeInstances, 40 of a stack", (load, n) =>
                load.CallAsync("DescribeInstances", new { StackId = stacks[n % stacks.Count] })),
            ("DescribeInstances, 10 of a layer", (load, n) =>
                load.CallAsync("DescribeInstances", new { LayerId = layers[n % layers.Count] })),
            ("DescribeInstances, 1 by its id", (load, n) =>
                load.CallAsync("DescribeInstances", new { InstanceIds = new[] { instances[n % instances.Count] } })),
            ("DescribeDeployments, 100 of a stack", (load, n) =>
                load.CallAsync("DescribeDeployments", new { StackId = stacks[n % stacks.Count] })),
            ("DescribeCommands, 40 of a deployment", (load, n) =>
                load.CallAsync("DescribeCommands", new { DeploymentId = deployments[n % deployments.Count] })),
            ("DescribeCommands, 100 of an instance", (load, n) =>
                load.CallAsync("DescribeCommands", new { InstanceId = instances[n % instances.Count] })),
            ("ListTags", (load, n) => load.CallAsync(
                "ListTags", new { ResourceArn = $"arn:aws:opsworks:local:1:stack/{stacks[n % stacks.Count]}/" })),
        ];
    }

    public static double Quantile(IEnumerable<double> numbers, double share)
    {
        var sorted = numbers.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    public static void Head(StringBuilder table, string title, params string[] columns)
    {
        var all = columns.Length == 0 ? [""] : columns;
        table.Append(
            CultureInfo.InvariantCulture,
            $"\n| {title} | {string.Join(" | ", all)} |\n| :--- |{string.Concat(all.Select(_ => " ---: |"))}\n");
    }

    public static void Row(StringBuilder table, string name, params string[] cells) =>
        table.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");

    public static string Number(double number) =>
        number.ToString(number < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
