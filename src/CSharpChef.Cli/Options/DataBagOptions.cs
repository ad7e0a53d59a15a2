using System.CommandLine;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Cli.Options;

/// <summary>The options that name the folders of data bags, and the file of their keys.</summary>
internal sealed class DataBagOptions
{
    private readonly Option<string[]> folders = new("--data-bags")
    {
        Description = "A folder of data bags. Default: data_bags beside each folder of cookbooks.",
        HelpName = "DIR",
    };

    private readonly Option<string?> key = new("--data-bag-key")
    {
        Description =
            "The file of the keys of encrypted data bag items. Default: CSHARPCHEF_DATA_BAG_KEY, else ~/.config/csharpchef/data-bag.keys.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(folders);
        command.Options.Add(key);
    }

    public void AddKeyTo(Command command) => command.Options.Add(key);

    /// <summary>The file of keys.</summary>
    public KeyFile Keys(ParseResult parsed) =>
        KeyFile.Of(parsed.GetValue(key), Environment.GetEnvironmentVariable);

    /// <summary>The data bags of the project, or of the current folder.</summary>
    public DataBagFolders Folders(ParseResult parsed) =>
        Folders(parsed, DataBagPlaces.Beside(CookbookOptions.FoldersOf(parsed, null)));

    /// <summary>The data bags that the command line names, else those of some cookbooks.</summary>
    public DataBagFolders Folders(ParseResult parsed, CookbookStore cookbooks) =>
        Folders(parsed, DataBagPlaces.Of(cookbooks));

    private DataBagFolders Folders(ParseResult parsed, IReadOnlyList<string> others) => new(
        parsed.GetValue(folders) is { Length: > 0 } given ? given : others,
        new KeyRing(Keys(parsed)));
}
