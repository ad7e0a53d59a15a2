using System.CommandLine;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The options of a server that set which machines and sources its users may name.</summary>
internal sealed class ServeRuleOptions
{
    private readonly Option<bool> loopbackMachines = new("--allow-loopback-machines")
    {
        Description = "Allow machines with loopback addresses, for tests."
    };
    private readonly Option<string[]> sourceFolders = new("--source-folder")
    {
        HelpName = "DIR",
        Description = "A folder of this machine below which administrators may name sources of cookbooks and apps."
    };
    private readonly Option<string[]> sourceHosts = new("--allow-source-host")
    {
        HelpName = "HOST",
        Description = "A loopback, link-local or multicast host from which sources may come, such as localhost."
    };

    public void AddTo(Command command)
    {
        command.Options.Add(loopbackMachines);
        command.Options.Add(sourceFolders);
        command.Options.Add(sourceHosts);
    }

    public bool AllowsLoopbackMachines(ParseResult parsed) => parsed.GetValue(loopbackMachines);

    /// <param name="parsed">The command line.</param>
    /// <param name="data">The data folder of the server.</param>
    public SourceOptions Sources(ParseResult parsed, string data) => new()
    {
        Folders = [.. (parsed.GetValue(sourceFolders) ?? []).Select(folder => Resolve(folder, data))],
        Hosts = [.. (parsed.GetValue(sourceHosts) ?? []).Select(RequireHost)],
    };

    private static string RequireHost(string host) => SourceHosts.IsHost(host) ? host : throw new UsageException(
        $"--allow-source-host '{host}' must be the name of a host or an address, such as localhost, without scheme, port and path.");

    private static string Resolve(string folder, string data)
    {
        var (path, refusal) = SourceFolder.Resolve(folder, data);
        return path ?? throw new UsageException($"--source-folder {folder} {refusal}.");
    }
}
