using System.CommandLine;
using System.Text;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag create</c></summary>
internal static class DataBagCreate
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var item = new ItemArguments();
        var file = new Argument<string>("FILE")
        {
            Description = "A JSON file. Default: - for the standard input.",
            DefaultValueFactory = _ => StandardInput,
        };
        var encrypt = new Option<bool>("--encrypt") { Description = "Encrypt the item with the newest key." };
        var replace = new Option<bool>("--replace")
        {
            Description = "Replace an item that exists. One that is encrypted stays encrypted.",
        };
        var command = new Command("create", """
            Create a data bag item from a JSON file.
            The text is kept as it is, with its comments. Encrypting needs a key: csharpchef databag key new makes one.

            Examples:
              csharpchef databag create users alice alice.json
              csharpchef databag create passwords db --encrypt < db.json
              vault kv get -format=json -field=data secret/db | csharpchef databag create passwords db --encrypt
            """);
        item.AddTo(command);
        command.Arguments.Add(file);
        command.Options.Add(encrypt);
        command.Options.Add(replace);
        command.SetAction(async (parsed, ct) =>
        {
            var (folders, name) = (item.Folders(parsed), item.Name(parsed));
            var exists = folders.Has(name);
            if (exists && !parsed.GetValue(replace))
            {
                throw new UsageException(
                    $"the data bag item {name} exists: change it with csharpchef databag edit {name.Bag} {name.Item}, or add --replace");
            }

            var isEncrypted = parsed.GetValue(encrypt) || (exists && ItemFile.IsEncrypted(folders.Locate(name)));
            var key = isEncrypted ? new KeyRing(item.Options.Keys(parsed)).Newest : null;
            var text = await ReadAsync(name, parsed.GetValue(file)!, isEncrypted, ct);
            var path = folders.PathOf(name);
            ItemWriter.Write(path, text, key);
            Console.Out.WriteLine(
                $"{name} {(exists ? "replaced" : "created")}{(isEncrypted ? ", encrypted" : "")}: {ShownPath.Of(path)}");
        });
        return command;
    }

    private static async Task<ItemText> ReadAsync(ItemName name, string file, bool isSecret, CancellationToken ct)
    {
        var json = await ReadAsync(file, ct);
        var text = new ItemText(name, json, file == StandardInput ? "standard input" : ShownPath.Of(file))
        {
            IsEncrypted = isSecret,
        };
        return SealedItem.Find(text.Values(), text.Source) is null ? text : throw text.Source.ErrorAt(
            "", "this item is encrypted already: copy its file, or give the text that csharpchef databag show prints");
    }

    private static async Task<string> ReadAsync(string file, CancellationToken ct)
    {
        if (file == StandardInput && !Console.IsInputRedirected)
        {
            throw new UsageException("name the JSON file of the item, or write it to the standard input: … < FILE");
        }

        if (Directory.Exists(file))
        {
            throw new UsageException($"{file} is a folder: name the JSON file of the item");
        }

        try
        {
            var bytes = file == StandardInput
                ? await ReadAsync(Console.OpenStandardInput(), ct)
                : await File.ReadAllBytesAsync(file, ct);
            return Encoding.UTF8.GetString(bytes.AsSpan().TrimStart(Encoding.UTF8.Preamble));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the item cannot be read: {e.Message}", e);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream input, CancellationToken ct)
    {
        using var all = new MemoryStream();
        await input.CopyToAsync(all, ct);
        return all.ToArray();
    }
}
