using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show facts</c></summary>
internal static class ShowFactsVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(), new OutputOptions());
        var command = new Command("facts", """
            Print the facts of machines.
            Recipes read them by the same names, as Node["..."].

            Examples:
              csharpchef show facts web1
              csharpchef show facts @web -i hosts.json --json
            """);
        targets.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var all = new JsonObject();
            foreach (var target in await targets.TargetsAsync(parsed, ct))
            {
                await using var link = new RealNodeSession(target, targets.Session(parsed), ConvergeMode.Plan, ct);
                var facts = await SlowNote.OfConsole().WhileAsync(
                    $"Asking {target.Name} for facts", link.DiscoverAsync(ct));
                all[target.Name] = new JsonObject(
                    facts.Values.Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Key, fact.Value)));
            }

            Write(all, output.Json(parsed));
            return 0;
        });
        return command;
    }

    private static void Write(JsonObject all, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(all.ToJsonString());
            return;
        }

        foreach (var (host, facts) in all)
        {
            Console.Out.WriteLine(Color.Bold(host));
            foreach (var (key, value) in facts!.AsObject())
            {
                Console.Out.WriteLine($"  {key} = {value}");
            }
        }
    }
}
