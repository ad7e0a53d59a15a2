using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show resources</c></summary>
internal static class ShowResourcesVerb
{
    public static Command Create() => ShowAction.Create("resources", """
        Print the resources that recipes declare, in order.

        Examples:
          csharpchef show resources local -r quickstart
          csharpchef show resources web1 -r nginx --json
        """, (shown, json) =>
        {
            var resources = shown.Resources.Resources;
            if (json)
            {
                Console.Out.WriteLine(
                    new JsonArray([.. resources.Select(resource => Json(shown, resource))]).ToJsonString());
                return;
            }

            foreach (var resource in resources)
            {
                Console.Out.WriteLine(
                    $"{ShortLine.Of(Name(shown, resource))}  {Color.Grey(resource.DeclaredAt.ToString())}");
            }
        });

    private static JsonObject Json(Shown shown, Resource resource) => new()
    {
        ["resource"] = Name(shown, resource),
        ["actions"] = new JsonArray([.. resource.Actions.Select(action => JsonValue.Create(action.Name))]),
        ["source"] = resource.DeclaredAt.ToString(),
    };

    private static string Name(Shown shown, Resource resource)
    {
        var actions = shown.Plan.Actions.Where(action => ReferenceEquals(action.Resource, resource)).ToList();
        return shown.Resources.Secrets.Masked(RedactedName.Of(
            resource,
            resource.Sensitive || actions.Any(action => action.Sensitive),
            actions.SelectMany(action => action.Steps)));
    }
}
