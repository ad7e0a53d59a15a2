using System.CommandLine;
using CSharpChef.Stacks.Operations.Requests;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The options of a server that set which objects its users may make.</summary>
internal sealed class ServeRuleOptions
{
    private readonly Option<int> limit = new("--limit")
    {
        HelpName = "N",
        Description = "The most stacks, and layers, instances and apps of each.",
        DefaultValueFactory = _ => 40
    };
    private readonly Option<bool> loopbackMachines = new("--allow-loopback-machines")
    {
        Description = "Allow machines with loopback addresses, for tests."
    };

    public void AddTo(Command command)
    {
        command.Options.Add(limit);
        command.Options.Add(loopbackMachines);
    }

    public Limits Limits(ParseResult parsed)
    {
        var most = parsed.GetValue(limit);
        return new() { Stacks = most, LayersPerStack = most, InstancesPerStack = most, AppsPerStack = most };
    }

    public bool AllowsLoopbackMachines(ParseResult parsed) => parsed.GetValue(loopbackMachines);
}
