using System.Diagnostics;
using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary>Waits until the server has logged in to a machine that was registered, and assigns it to layers.</summary>
internal sealed class RegistrationWait(ServerCall call, RegisteredInstance instance)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestProblem = TimeSpan.FromSeconds(30);

    private readonly long start = Stopwatch.GetTimestamp();
    private string shown = "";

    /// <returns>The exit code: 0 when the machine stands by, or is online in its layers.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> layerIds, CancellationToken ct)
    {
        var status = await WaitAsync(ct);
        if (status == "registered" && layerIds.Count > 0)
        {
            await call("AssignInstance", new()
            {
                ["InstanceId"] = instance.Id,
                ["LayerIds"] = new JsonArray([.. layerIds.Select(id => JsonValue.Create(id))]),
            }, ct);
            status = await WaitAsync(ct);
        }

        return status is "registered" or "online" ? 0 : 1;
    }

    private async Task<string> WaitAsync(CancellationToken ct)
    {
        while (true)
        {
            var status = await StatusAsync(ct);
            if (status is not ("registering" or "assigning" or "running_setup"))
            {
                return status;
            }

            if (await ProblemAsync(ct) is { } problem)
            {
                Show(problem);
                if (Stopwatch.GetElapsedTime(start) > LongestProblem)
                {
                    Console.Error.WriteLine(
                        $"The server cannot log in at {instance.Address} port {instance.Port}. Let it reach that port, or register the machine again with another --address or --port. It tries for 15 minutes.");
                    return status;
                }
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    private async Task<string> StatusAsync(CancellationToken ct)
    {
        var record = (await call("DescribeInstances", Ids(), ct))["Instances"]![0]!;
        var status = record["Status"]!.GetValue<string>();
        Show(status);
        if (status == "setup_failed")
        {
            await ShowErrorAsync(record["LastServiceErrorId"]?.GetValue<string>(), ct);
        }

        return status;
    }

    private async Task<string?> ProblemAsync(CancellationToken ct) =>
        (await call("DescribeInstanceConnection", new() { ["InstanceId"] = instance.Id }, ct))["LoginProblem"]
            ?.GetValue<string>();

    private async Task ShowErrorAsync(string? id, CancellationToken ct)
    {
        if (id is not null)
        {
            var error = (await call("DescribeServiceErrors", new() { ["ServiceErrorIds"] = new JsonArray(id) }, ct))["ServiceErrors"]![0]!;
            Show(error["Message"]!.GetValue<string>());
        }
    }

    private void Show(string text)
    {
        if (text != shown)
        {
            Console.Error.WriteLine($"{instance.Hostname}: {text}");
            shown = text;
        }
    }

    private JsonObject Ids() => new() { ["InstanceIds"] = new JsonArray(instance.Id) };
}
