using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Web;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>Calls a server with the AWS command line, which starts a process for each call.</summary>
internal sealed class CommandLineSession(string[] command) : ClientSession
{
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<ClientReply> SendAsync(string kind, string name, JsonObject arguments, int size = 0)
    {
        string[] words = kind switch
        {
            "wait" => ["wait", AwsClient.CommandName(name), .. arguments.SelectMany(Option)],
            "page" => [AwsClient.CommandName(name), "--page-size", $"{size}", .. arguments.SelectMany(Option)],
            _ => [AwsClient.CommandName(name), "--cli-input-json", arguments.ToJsonString()],
        };
        var result = await LocalCommand.RunAsync([.. command, .. words], "", TestContext.Current.CancellationToken);
        if (result.ExitCode != 0)
        {
            var error = AwsClient.ErrorPattern().Match(result.Errors);
            return new(null, error.Groups[1].Value, error.Success
                ? error.Groups[2].Value.Trim()
                : $"exit {result.ExitCode}: {result.Errors}");
        }

        var answer = result.Output.Trim() is { Length: > 0 } text ? JsonNode.Parse(text)! : new JsonObject();
        return new(kind == "page" ? new JsonObject { ["Pages"] = new JsonArray(answer) } : answer);
    }

    private static IEnumerable<string> Option(KeyValuePair<string, JsonNode?> argument) =>
        [$"--{AwsClient.CommandName(argument.Key)}", .. argument.Value is JsonArray list
            ? list.Select(item => $"{item}")
            : [$"{argument.Value}"]];
}
