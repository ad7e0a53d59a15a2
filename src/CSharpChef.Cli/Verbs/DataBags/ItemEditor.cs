using System.Text;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>
/// Lets a person edit an item in a file that only they can read, which is overwritten and removed afterwards.
/// </summary>
/// <param name="folders">The data bags.</param>
/// <param name="keys">Their keys.</param>
/// <param name="edit">Opens a file in an editor. Returns the editor's exit code.</param>
/// <param name="editAgain">Asks whether to edit again after a mistake, which it is given.</param>
internal sealed class ItemEditor(
    DataBagFolders folders, KeyRing keys, Func<string, Task<int>> edit, Func<string, bool> editAgain)
{
    /// <summary>Returns false when nothing was changed.</summary>
    /// <exception cref="ChefException">The editor failed, or the new text is wrong.</exception>
    public async Task<bool> EditAsync(ItemName name)
    {
        var file = folders.File(name);
        var old = file.Open(keys);
        using var folder = new WipedFolder(Environment.GetEnvironmentVariable);
        var path = Path.Combine(folder.Path, $"{name.Item}.json");
        PrivateFile.Create(path, Encoding.UTF8.GetBytes(old.Json));
        var changed = await ChangedAsync(old, path, folder);
        if (changed is null)
        {
            return false;
        }

        try
        {
            Replace(file, changed);
            return true;
        }
        catch (Exception e) when (e is ChefException or IOException or UnauthorizedAccessException)
        {
            throw Kept(folder, path, old, e.Message);
        }
    }

    private void Replace(ItemFile file, ItemText changed)
    {
        if (!folders.File(file.Name).Bytes.AsSpan().SequenceEqual(file.Bytes))
        {
            throw new RecipeException($"{file.Name} was changed meanwhile, and is not replaced");
        }

        ItemWriter.Write(file.Path, changed, file.Sealed is null ? null : keys.Newest);
    }

    private async Task<ItemText?> ChangedAsync(ItemText old, string path, WipedFolder folder)
    {
        while (true)
        {
            if (await edit(path) is not 0 and var code)
            {
                throw new ConvergeException($"the editor ended with exit code {code}: {old.Name} is as it was");
            }

            // Some editors write a new file, which may have other permissions: the folder protects it.
            var text = old with { Json = await File.ReadAllTextAsync(path), File = $"{old.Name}" };
            if (text.Json == old.Json)
            {
                return null;
            }

            if (Mistake(text) is not { } mistake)
            {
                return text;
            }

            if (!editAgain(mistake))
            {
                throw Kept(folder, path, old, mistake);
            }
        }
    }

    private static string? Mistake(ItemText text)
    {
        try
        {
            text.Values();
            return null;
        }
        catch (RecipeException e)
        {
            return e.Message;
        }
    }

    // The command says --encrypt, because the file that tells it may be gone.
    private static RecipeException Kept(WipedFolder folder, string path, ItemText item, string problem)
    {
        folder.IsKept = true;
        return new RecipeException(
            $"{problem}\nYour text is kept in {path}, which only you can read. Correct what is wrong, and then:\n"
            + $"    csharpchef databag create {item.Name.Bag} {item.Name.Item} {path} --replace{(item.IsEncrypted ? " --encrypt" : "")} && rm -r {folder.Path}");
    }
}
