using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.DataBags;

public sealed class KeyRotationTests : IDisposable
{
    private const string Json = "{ \"password\": \"canary\" } // as written\n";
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;
    private readonly DataBagKey key = DataBagKey.New();

    public KeyRotationTests() => bags = new DataBagFolder(cookbooks)
        .WithEncrypted("a/one", Json)
        .WithEncrypted("a/two", Json)
        .WithEncrypted("b/three", Json)
        .With("b/plain", "{ }");

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void All_encrypted_items_get_the_new_key_and_keep_their_text()
    {
        var rotation = Prepare();
        bags.KeyFile.Add(key);

        rotation.Run(key, CancellationToken.None);

        Assert.Equal(3, rotation.Done);
        Assert.All(["a/one", "a/two", "b/three"], item => Assert.Equal((key.Id, Json), (KeyOf(item), bags.Read(item))));
        Assert.Equal("{ }", File.ReadAllText(bags["b/plain"]));
    }

    [Fact]
    public void Only_the_named_data_bags_get_the_new_key()
    {
        var rotation = Prepare("b");
        bags.KeyFile.Add(key);

        rotation.Run(key, CancellationToken.None);

        Assert.NotEqual(key.Id, KeyOf("a/one"));
        Assert.Equal(key.Id, KeyOf("b/three"));
    }

    [Fact]
    public void A_rotation_that_is_cancelled_changes_nothing_and_has_all_items_left()
    {
        var rotation = Prepare();
        bags.KeyFile.Add(key);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => rotation.Run(key, cancel.Token));

        Assert.Equal((0, 3), (rotation.Done, rotation.Left(key)));
    }

    [Fact]
    public void A_rotation_that_stops_in_the_middle_leaves_all_items_readable_and_can_be_finished()
    {
        var rotation = Prepare();
        bags.KeyFile.Add(key);
        var file = File.ReadAllText(bags["a/two"]);
        bags.With("a/two", "<<<<<<< ours");

        Assert.Throws<RecipeException>(() => rotation.Run(key, CancellationToken.None));
        bags.With("a/two", file);

        Assert.Equal((1, 2), (rotation.Done, rotation.Left(key)));
        Assert.All(["a/one", "a/two", "b/three"], item => Assert.Equal(Json, bags.Read(item)));
        var finishing = Prepare();
        finishing.Run(key, CancellationToken.None);
        Assert.Equal((2, 0, key.Id), (finishing.Done, finishing.Left(key), KeyOf("b/three")));
    }

    [Fact]
    public async Task Rotations_at_the_same_time_leave_all_items_encrypted_by_keys_of_the_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var locked = bags.KeyFile.Lock(CancellationToken.None);
            var (rotation, own) = (Prepare(), DataBagKey.New());
            locked.Add(own);
            rotation.Run(own, CancellationToken.None);
        })));

        var keys = bags.KeyFile.Read();
        Assert.Equal(5, keys.Count);
        Assert.All(
            ["a/one", "a/two", "b/three"], item => Assert.Equal((keys[^1].Id, Json), (KeyOf(item), bags.Read(item))));
    }

    [Fact]
    public void No_item_is_encrypted_with_a_key_that_is_not_in_the_file_any_more()
    {
        var rotation = Prepare();

        var error = Assert.Throws<RecipeException>(() => rotation.Run(key, CancellationToken.None)).Message;

        Assert.StartsWith($"the key {key.Id} is not in ", error);
        Assert.NotEqual(key.Id, KeyOf("a/one"));
    }

    [Fact]
    public void An_item_that_was_edited_since_the_rotation_was_prepared_keeps_its_new_text()
    {
        var rotation = Prepare();
        bags.KeyFile.Add(key);
        bags.WithEncrypted("a/two", "{ \"by\": \"others\" }");

        rotation.Run(key, CancellationToken.None);

        Assert.Equal((key.Id, "{ \"by\": \"others\" }"), (KeyOf("a/two"), bags.Read("a/two")));
    }

    [Fact]
    public void Nothing_is_changed_when_an_item_cannot_be_decrypted()
    {
        var before = File.ReadAllText(bags["a/one"]);
        bags.With("b/three", before.Replace("\"one\"", "\"three\"", StringComparison.Ordinal));

        Assert.Throws<RecipeException>(() => Prepare());

        Assert.Equal(before, File.ReadAllText(bags["a/one"]));
    }

    private KeyRotation Prepare(params string[] names) =>
        KeyRotation.Prepare(bags.Folders, bags.Folders.Names(names), new KeyRing(bags.KeyFile));

    private string KeyOf(string item) =>
        bags.Folders.File(ItemName.Parse(item.Split('/')[0], item.Split('/')[1])).Sealed!.KeyId;
}
