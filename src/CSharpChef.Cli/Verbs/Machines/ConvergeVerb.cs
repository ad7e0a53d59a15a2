using System.CommandLine;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef converge</c></summary>
internal static class ConvergeVerb
{
    public static Command Create()
    {
        var command = new Command("converge", """
            Bring machines to the state that recipes describe.
            Changes only what differs. A file csharpchef.json, here or in a folder above, names the cookbooks, the inventory
            and what each group runs, so that converge @web is enough:
              { "cookbooks": "cookbooks", "inventory": "hosts.json",
                "groups": { "all": { "runList": ["base"] },
                            "web": { "runList": ["nginx"], "attributes": { "site": { "port": 8080 } } } } }
            Ctrl-C or SIGTERM ends each run after its current step; when that takes over 30 s, or at the second signal, the
            run is left and goes on. The exit code is then 130, after SIGTERM 143.

            Examples:
              csharpchef converge @web                                   # with csharpchef.json
              csharpchef converge local -r quickstart
              csharpchef converge web1 deploy@web2:2222 -r nginx
              csharpchef converge web1 -r https://example.com/cookbooks.git#v1.2::web::deploy
              csharpchef converge @web -i hosts.json -r base -r nginx::site --attributes prod.json
              csharpchef converge @web -i hosts.json -r nginx --batch 10% --max-failures 2 --pause 1m --time-limit 10m
            """);
        RunAction.Attach(command, ConvergeMode.Converge, _ => 0);
        return command;
    }
}
