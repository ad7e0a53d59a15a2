using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary><c>csharpchef command logs</c></summary>
internal static class CommandLogsVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var id = new Argument<string>("COMMAND") { Description = "The id of the command, as command list prints it." };
        var follow = new Option<bool>("--follow", "-f")
        {
            Description = "Print new lines until the command ends; then exit with 0 when it succeeded, else with 1.",
        };
        var server = new ProfileOptions();
        var command = new Command("logs", """
            Prints the log of a command, also while it runs.

            Examples:
              csharpchef command logs 0197c2d4-...
              csharpchef command logs -f 0197c2d4-...
            """);
        command.Arguments.Add(id);
        command.Options.Add(follow);
        server.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var api = server.Client(parsed);
            return await PrintAsync(
                (operation, request) => api.CallAsync(operation, request, ct), parsed.GetValue(id)!,
                parsed.GetValue(follow), ct);
        });
        return command;
    }

    private static async Task<int> PrintAsync(
        Func<string, JsonObject, Task<JsonObject>> call, string id, bool follows, CancellationToken ct)
    {
        for (var position = 0; ;)
        {
            var part = await call("DescribeCommandLog", new() { ["CommandId"] = id, ["Position"] = position });
            Console.Out.Write(part["Text"]!.GetValue<string>());
            var (before, isComplete) = (position, part["IsComplete"]!.GetValue<bool>());
            position = part["NextPosition"]!.GetValue<int>();
            if (isComplete && follows)
            {
                return await IsSuccessfulAsync(call, id) ? 0 : 1;
            }

            if (isComplete || (!follows && position == before))
            {
                return 0;
            }

            await (position == before ? Task.Delay(Pause, TimeProvider.System, ct) : Task.CompletedTask);
        }
    }

    private static async Task<bool> IsSuccessfulAsync(Func<string, JsonObject, Task<JsonObject>> call, string id) =>
        (await call("DescribeCommands", new() { ["CommandIds"] = new JsonArray(id) }))["Commands"]![0]!["Status"]!
            .GetValue<string>() == "successful";
}
