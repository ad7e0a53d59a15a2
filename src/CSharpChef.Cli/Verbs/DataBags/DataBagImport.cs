using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Chef;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag import</c></summary>
internal static class DataBagImport
{
    public static Command Create()
    {
        var options = new DataBagOptions();
        var folder = new Argument<string>("DIR")
        {
            Description = "A folder of JSON files of Chef, which is one data bag, or a folder of such folders.",
        };
        var secret = new Option<string?>("--secret-file")
        {
            Description = "The file of the shared secret that Chef encrypted the items with.",
            HelpName = "FILE",
        };
        var encrypt = new Option<bool>("--encrypt") { Description = "Also encrypt items that are plain in Chef." };
        var replace = new Option<bool>("--replace") { Description = "Replace items that exist." };
        var command = new Command("import", """
            Import data bags of Chef, plain or encrypted.
            Reads encrypted items of the versions 1, 2 and 3, and encrypts them with the newest key. Nothing is written
            when one item cannot be read. knife download data_bags writes such a folder.

            Examples:
              csharpchef databag import ~/chef-repo/data_bags --secret-file /etc/chef/encrypted_data_bag_secret
              csharpchef databag import ~/chef-repo/data_bags/users
            """);
        command.Arguments.Add(folder);
        command.Options.Add(secret);
        command.Options.Add(encrypt);
        command.Options.Add(replace);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var items = new ChefFolder(parsed.GetValue(folder)!).Read(Secret(parsed.GetValue(secret)))
                .Select(item => item with { IsEncrypted = item.IsEncrypted || parsed.GetValue(encrypt) }).ToList();
            var folders = options.Folders(parsed);
            RefuseExisting(folders, items, parsed.GetValue(replace));
            Write(folders, items, new KeyRing(options.Keys(parsed)));
        });
        return command;
    }

    // Chef ignores blanks and line ends around the secret.
    private static string? Secret(string? file)
    {
        try
        {
            return file is null ? null : File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the shared secret cannot be read: {e.Message}", e);
        }
    }

    private static void RefuseExisting(DataBagFolders folders, IReadOnlyList<ItemText> items, bool replaces)
    {
        if (!replaces && items.FirstOrDefault(item => folders.Has(item.Name)) is { } existing)
        {
            throw new UsageException($"the data bag item {existing.Name} exists, and nothing was imported: add --replace to replace it");
        }
    }

    private static void Write(DataBagFolders folders, IReadOnlyList<ItemText> items, KeyRing keys)
    {
        var key = items.Any(item => item.IsEncrypted) ? keys.Newest : null;
        foreach (var item in items)
        {
            var path = folders.PathOf(item.Name);
            ItemWriter.Write(path, item, item.IsEncrypted ? key : null);
            Console.Out.WriteLine($"{item.Name} imported{(item.IsEncrypted ? ", encrypted" : "")}: {ShownPath.Of(path)}");
        }

        Console.Out.WriteLine(Plural.Of(items.Count, "item") + " imported");
    }
}
