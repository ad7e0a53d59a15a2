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
    public void An_interrupted_rotation_leaves_all_items_readable_and_can_be_finished()
    {
        var rotation = Prepare();
        bags.KeyFile.Add(key);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => rotation.Run(key, cancel.Token));
        Prepare("a").Run(key, CancellationToken.None);
        Assert.All(["a/one", "a/two", "b/three"], item => Assert.Equal(Json, bags.Read(item)));

        var finishing = Prepare();
        finishing.Run(key, CancellationToken.None);

        Assert.Equal((1, key.Id), (finishing.Done, KeyOf("b/three")));
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
        KeyRotation.Prepare(bags.Folders, names, new KeyRing(bags.KeyFile));

    private string KeyOf(string item) =>
        bags.Folders.File(ItemName.Parse(item.Split('/')[0], item.Split('/')[1])).Sealed!.KeyId;
}
