using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef search</c></summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY")
        {
            Description = "Terms such as group:web, site.port:8080 or platform:debian, with AND, OR and NOT.",
        };
        var attributes = new Option<string[]>("--attribute", "-a")
        {
            Description = "Also print this attribute or fact of each host, or \"not known\". Repeat it for several.",
            HelpName = "PATH",
        };
        var names = new Option<bool>("--names") { Description = "Print only the names of the hosts." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var targets = new TargetOptions();
        var command = new Command("search", """
            Find hosts of the inventory, with the search words of Chef.
            It connects to no host: facts are the last ones that a run or show facts has read. Recipes search in the same
            way, with Search("...").

            A term is FIELD:VALUE. Fields are name, address, group (also role), the paths of attributes (site.port, or
            site_port) and facts (platform, platform_version, hostname, ipaddress, memory.total). In a value * is any
            text and ? one character; [8000 TO 8999] is a range, {8000 TO 8999} one without its limits. Terms are
            joined by AND, OR, NOT (or && || !) and parentheses; side by side they mean OR, with +TERM required and
            -TERM excluded. *:* finds all.

            Examples:
              csharpchef search 'role:db AND NOT name:db3*'
              csharpchef search 'site.port:[8000 TO 8999]' -a site.port -i hosts.json
              csharpchef search 'platform:debian AND platform_version:{* TO 12}' --json
              csharpchef run $(csharpchef search 'group:web -group:eu' --names) -- uptime
            """) { query };
        command.Options.Add(attributes);
        command.Options.Add(names);
        command.Options.Add(json);
        targets.AddInventoryTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(names) && (result.GetValue(json) || result.GetValue(attributes) is { Length: > 0 }))
            {
                result.AddError("--names excludes --json and --attribute");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var nodes = await targets.InventoryNodesAsync(parsed, ct);
            var found = Find(parsed.GetValue(query)!, nodes);
            var output = new FoundNodes(found, parsed.GetValue(attributes) ?? []);
            output.WriteNotes(nodes);
            output.Write(parsed.GetValue(json), parsed.GetValue(names));
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<Node> Find(string text, IReadOnlyList<Node> nodes)
    {
        try
        {
            var query = NodeQuery.Parse(text);
            var found = query.Find(nodes);
            foreach (var (field, suggestion) in query.UnknownFields(nodes))
            {
                Console.Error.WriteLine($"no host has the field \"{field}\"{suggestion}");
            }

            return found;
        }
        catch (RecipeException e)
        {
            throw new UsageException(e.Message, e);
        }
    }
}
