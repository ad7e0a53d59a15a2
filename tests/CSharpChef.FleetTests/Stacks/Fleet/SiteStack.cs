using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>
/// A stack of two instances whose layer serves the page of <see cref="SiteCookbooks"/>, driven by the tool.
/// </summary>
internal sealed class SiteStack(FleetServer server, ServerTool tool, CancellationToken ct)
{
    private static readonly string[] Names = ["web1", "web2"];

    public async Task CreateAsync()
    {
        await tool.SucceedAsync(
            ct, "stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source",
            JsonSerializer.Serialize(server.Source), "--custom-json", """{"greeting":"hello"}""");
        await tool.SucceedAsync(
            ct, "layer", "create", "web", "--packages", "nginx-light", "--custom-recipes", SiteCookbooks.Events);
        foreach (var name in Names)
        {
            await tool.SucceedAsync(ct, "instance", "create", "--layer-ids", "web", "--hostname", name);
        }
    }

    /// <summary>Runs a verb for each instance, all at once.</summary>
    public Task OnEachAsync(string verb, string option) =>
        Task.WhenAll(Names.Select(name => ActAsync(verb, name, option)));

    /// <summary>The statuses of the instances.</summary>
    public async Task<IReadOnlyList<string>> StatusesAsync() =>
        [.. (await InstancesAsync()).Select(instance => Text(instance["Status"]))];

    /// <summary>The pages that the machines serve, in the order of their hostnames.</summary>
    public async Task<string> PagesAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var pages = await Task.WhenAll((await InstancesAsync()).OrderBy(instance => Text(instance["Hostname"]))
            .Select(instance => http.GetStringAsync(new Uri($"http://{Text(instance["PrivateIp"])}/"), ct)));
        return string.Concat(pages);
    }

    /// <summary>Runs a recipe on all instances and waits for its end.</summary>
    public async Task<RecipeOutcome> ExecuteAsync(string recipe, string json)
    {
        var command = JsonSerializer.Serialize(new { Name = "execute_recipes", Args = new { recipes = new[] { recipe } } });
        var created = await tool.RunAsync(
            ct, "deployment", "create", "--command", command, "--custom-json", json, "--wait", "--yes");
        var deployment = (await tool.ListAsync(ct, "deployment", "list"))[0];
        var commands = await tool.ListAsync(
            ct, "command", "list", "--deployment-id", Text(deployment["DeploymentId"]));
        var logs = await Task.WhenAll(commands.Select(LogAsync));
        return new(created.ExitCode, Text(deployment["Status"]), [.. commands.Select(ended => Text(ended["Status"]))], logs);
    }

    /// <summary>Plans a recipe on all instances.</summary>
    /// <returns>The results of one of the commands, as the API gives them.</returns>
    public async Task<JsonNode> PlanAsync(string recipe, string json)
    {
        var command = JsonSerializer.Serialize(new { Name = "execute_recipes", Args = new { recipes = new[] { recipe } } });
        await tool.SucceedAsync(ct, "command", "plan", "--command", command, "--custom-json", json, "--wait");
        var planned = (await tool.ListAsync(ct, "command", "list"))
            .First(command => Text(command["Type"]) == "plan_execute_recipes");
        return JsonNode.Parse(
            await tool.SucceedAsync(ct, "command", "results", Text(planned["CommandId"]), "--json"))!;
    }

    private async Task ActAsync(string verb, string name, string option)
    {
        var result = await tool.RunAsync(ct, "instance", verb, name, option);
        Assert.True(result.ExitCode == 0, $"instance {verb} {name}: {result}{(result.ExitCode == 0 ? "" : await LastLogAsync(name))}");
    }

    private async Task<string> LastLogAsync(string name) =>
        (await tool.ListAsync(ct, "command", "list", "--instance-id", name)) is [{ } last, ..]
            ? (await LogAsync(last)).Output
            : "";

    private Task<LocalCommand> LogAsync(JsonNode command) =>
        tool.RunAsync(ct, "command", "logs", "-f", Text(command["CommandId"]));

    private Task<IReadOnlyList<JsonNode>> InstancesAsync() => tool.ListAsync(ct, "instance", "list");

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
