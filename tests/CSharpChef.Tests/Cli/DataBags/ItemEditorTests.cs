using System.Runtime.Versioning;
using CSharpChef.Cli.Verbs.DataBags;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.DataBags;

[SupportedOSPlatform("linux")]
public sealed class ItemEditorTests : IDisposable
{
    private const string Json = "{\n  \"password\": \"canary\"\n}\n";
    private static readonly ItemName Item = new("passwords", "db");
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;
    private readonly List<string> mistakes = [];
    private string edited = "";

    public ItemEditorTests() =>
        bags = new DataBagFolder(cookbooks).WithEncrypted("passwords/db", Json).With("users/alice", Json);

    private string Folder => Path.GetDirectoryName(edited)!;

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_changed_text_is_encrypted_again_with_the_newest_key()
    {
        var key = DataBagKey.New();
        bags.KeyFile.Add(key);

        Assert.True(await EditAsync(Item, path => File.WriteAllText(path, Json.Replace("canary", "other", StringComparison.Ordinal))));

        Assert.Contains("\"other\"", bags.Read("passwords/db"));
        Assert.Equal(key.Id, bags.Folders.File(Item).Sealed!.KeyId);
        Assert.DoesNotContain("other", File.ReadAllText(bags["passwords/db"]));
    }

    [Fact]
    public async Task A_plain_item_stays_plain()
    {
        Assert.True(await EditAsync(new("users", "alice"), path => File.WriteAllText(path, "{ }")));

        Assert.Equal("{ }", File.ReadAllText(bags["users/alice"]));
    }

    [Fact]
    public async Task An_unchanged_text_leaves_the_file_as_it_is()
    {
        var before = File.ReadAllText(bags["passwords/db"]);

        Assert.False(await EditAsync(Item, path => File.WriteAllText(path, Json)));

        Assert.Equal(before, File.ReadAllText(bags["passwords/db"]));
    }

    [Fact]
    public async Task The_edited_file_is_private_and_is_removed_with_the_backups_of_the_editor()
    {
        UnixFileMode file = 0, folder = 0;

        await EditAsync(Item, path =>
        {
            Assert.Equal(Json, File.ReadAllText(path));
            (file, folder) = (File.GetUnixFileMode(path), File.GetUnixFileMode(Path.GetDirectoryName(path)!));
            File.Copy(path, $"{path}~");
            Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, "undo"));
        });

        Assert.Equal("db.json", Path.GetFileName(edited));
        Assert.Equal(
            (Convert.ToInt32("600", 8), Convert.ToInt32("700", 8)), ((int)file, (int)folder));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task A_mistake_is_edited_again_when_the_person_wants_it()
    {
        var texts = new Queue<string>(["{ \"password\": }", "{ \"id\": \"other\" }", "{ \"password\": \"right\" }"]);

        Assert.True(await EditAsync(Item, path => File.WriteAllText(path, texts.Dequeue()), again: true));

        Assert.Equal("{ \"password\": \"right\" }", bags.Read("passwords/db"));
        Assert.StartsWith("passwords/db:1:15: expected a value", mistakes[0]);
        Assert.StartsWith("passwords/db:1:3: the id is \"other\"", mistakes[1]);
    }

    [Fact]
    public async Task A_mistake_that_is_not_edited_again_is_kept_with_the_command_that_takes_it()
    {
        var before = File.ReadAllText(bags["passwords/db"]);

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => EditAsync(Item, path => File.WriteAllText(path, "{ \"password\": \"canary-two\" ")));

        Assert.Contains($"Your text is kept in {edited}, which only you can read.", error.Message);
        Assert.Contains($"csharpchef databag create passwords db {edited} --replace --encrypt && rm -r {Folder}", error.Message);
        Assert.DoesNotContain("canary", error.Message);
        Assert.Equal("{ \"password\": \"canary-two\" ", File.ReadAllText(edited));
        Assert.Equal(before, File.ReadAllText(bags["passwords/db"]));
        Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public async Task An_editor_that_fails_changes_nothing()
    {
        var before = File.ReadAllText(bags["passwords/db"]);

        var error = await Assert.ThrowsAsync<ConvergeException>(
            () => EditAsync(Item, path => File.WriteAllText(path, "{ }"), exitCode: 1));

        Assert.Equal("the editor ended with exit code 1: passwords/db is as it was", error.Message);
        Assert.Equal(before, File.ReadAllText(bags["passwords/db"]));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task An_item_that_was_changed_meanwhile_is_not_replaced()
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => EditAsync(Item, path =>
        {
            bags.WithEncrypted("passwords/db", "{ \"by\": \"others\" }");
            File.WriteAllText(path, "{ \"mine\": 1 }");
        }));

        Assert.StartsWith("passwords/db was changed meanwhile, and is not replaced\nYour text is kept in ", error.Message);
        Assert.Equal("{ \"by\": \"others\" }", bags.Read("passwords/db"));
        Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public async Task A_text_whose_data_bag_was_removed_meanwhile_is_kept()
    {
        var error = await ThrowsAsync(Item, () => Directory.Delete(Path.Combine(bags.Path, "passwords"), recursive: true));

        Assert.StartsWith("there is no data bag \"passwords\" in ", error);
    }

    [Fact]
    public async Task A_text_that_cannot_be_written_is_kept()
    {
        var error = await ThrowsAsync(Item, () => Directory.CreateDirectory(
            Path.Combine(bags.Path, "passwords", $".db.json.{Environment.ProcessId}.new")));

        Assert.StartsWith("the data bag item cannot be written: ", error);
    }

    [Fact]
    public async Task A_text_without_a_key_any_more_is_kept()
    {
        var error = await ThrowsAsync(Item, () => File.Delete(bags.KeyFile.FullPath));

        Assert.StartsWith("there is no key that encrypts data bag items in ", error);
    }

    [Fact]
    public async Task A_plain_text_that_is_kept_stays_plain()
    {
        var error = await ThrowsAsync(new("users", "alice"), () => File.Delete(bags["users/alice"]));

        Assert.Contains($"csharpchef databag create users alice {edited} --replace && rm", error);
    }

    private async Task<string> ThrowsAsync(ItemName item, Action meanwhile)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => EditAsync(item, path =>
        {
            File.WriteAllText(path, "{ \"mine\": 1 }");
            meanwhile();
        }));
        Assert.Contains($"Your text is kept in {edited}", error.Message);
        Assert.Equal("{ \"mine\": 1 }", File.ReadAllText(edited));
        Directory.Delete(Folder, recursive: true);
        return error.Message;
    }

    private Task<bool> EditAsync(ItemName item, Action<string> edit, bool again = false, int exitCode = 0)
    {
        var editor = new ItemEditor(bags.Folders, new KeyRing(bags.KeyFile), Open, mistake =>
        {
            mistakes.Add(mistake);
            return again;
        });
        return editor.EditAsync(item);

        Task<int> Open(string path)
        {
            edited = path;
            edit(path);
            return Task.FromResult(exitCode);
        }
    }
}
