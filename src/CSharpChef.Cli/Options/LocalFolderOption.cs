using System.CommandLine;
using CSharpChef.Stacks.Providers.Local;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The option that names the folder of this host's machines.</summary>
internal sealed class LocalFolderOption
{
    private readonly Option<string?> folder = new("--folder")
    {
        HelpName = "DIR",
        Description = $"The folder of images and machines, as serve --local-folder names it. [default: {LocalOptions.DefaultFolder}]",
    };

    public void AddTo(Command command) => command.Options.Add(folder);

    public LocalOptions Read(ParseResult parsed) =>
        parsed.GetValue(folder) is { } path ? new() { Folder = Path.GetFullPath(path) } : new();
}
