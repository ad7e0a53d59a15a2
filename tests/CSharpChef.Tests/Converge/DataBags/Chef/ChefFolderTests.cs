using System.Text.Json.Nodes;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Chef;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.DataBags.Chef;

/// <summary>The files in <c>data</c> were written by OpenSSL through Python, in the way of Chef's encryptor.</summary>
public sealed class ChefFolderTests : IDisposable
{
    private const string Text =
        "a long text that makes the Base64 of Chef more than one line: pässword-canary-0123456789";

    private readonly CookbookFolder folder = new();

    private static string Data => SourceTree.PathOf("tests/CSharpChef.Tests/Converge/DataBags/Chef/data");

    private static string Secret => File.ReadAllText(Path.Combine(Data, "shared-secret.txt")).Trim();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("three")]
    public void Encrypted_values_of_each_version_are_decrypted(string item)
    {
        Copy(item);

        var read = Assert.Single(Read());

        Assert.Equal(("passwords/" + item, true), (read.Name.ToString(), read.IsEncrypted));
        Assert.Equal(
            JsonNode.Parse($$"""{ "id": "{{item}}", "password": "{{Text}}", "port": 5432, "nested": { "a": ["b", null, true] } }""")!
                .ToJsonString(),
            read.Values().ToJsonString());
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("three")]
    public void Another_secret_is_an_error_at_the_value(string item)
    {
        Copy(item);

        var error = Assert.Throws<RecipeException>(() => Read("another secret")).Message;

        Assert.Equal(
            $"passwords/{item}.json:3:3: \"password\" cannot be decrypted: the shared secret is another one, or the item was damaged",
            folder.Below(error));
    }

    [Theory]
    [InlineData("two", "hmac")]
    [InlineData("two", "encrypted_data")]
    [InlineData("three", "auth_tag")]
    [InlineData("three", "encrypted_data")]
    public void A_changed_value_is_an_error(string item, string member)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Data, $"{item}.json")))!;
        var bytes = Convert.FromBase64String((string)document["port"]![member]!);
        bytes[0] ^= 1;
        document["port"]![member] = Convert.ToBase64String(bytes);
        folder.With($"passwords/{item}.json", document.ToJsonString());

        Assert.Contains("\"port\" cannot be decrypted", Assert.Throws<RecipeException>(() => Read()).Message);
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 7", "its version 7 with aes-256-cbc is not known: 1, 2 and 3 are")]
    [InlineData("\"iv\": \"AAECAwQFBgcICQoLDA0ODw==\\n\"", "\"iv\": \"?\"", "its \"iv\" is damaged")]
    public void A_value_of_an_unknown_form_is_an_error_that_says_why(string old, string changed, string message)
    {
        var text = File.ReadAllText(Path.Combine(Data, "two.json"));
        Assert.Contains(old, text);
        folder.With("passwords/two.json", text.Replace(old, changed, StringComparison.Ordinal));

        Assert.EndsWith(message, Assert.Throws<RecipeException>(() => Read()).Message);
    }

    [Fact]
    public void Plain_items_need_no_secret_and_lose_the_members_that_Chef_adds()
    {
        folder.With("bags/users/alice.json", """{ "id": "alice", "shell": "/bin/sh", "chef_type": "data_bag_item", "data_bag": "users" }""")
            .With("bags/users/bob.json", """{ "name": "data_bag_item_users_bob", "json_class": "Chef::DataBagItem", "raw_data": { "id": "bob" } }""")
            .With("bags/README.md", "");

        var items = new ChefFolder(folder["bags"]).Read(secret: null);

        Assert.Equal(["users/alice", "users/bob"], items.Select(item => item.Name.ToString()));
        Assert.Equal("{\n  \"id\": \"alice\",\n  \"shell\": \"/bin/sh\"\n}\n", items[0].Json);
        Assert.False(items[1].IsEncrypted);
    }

    [Fact]
    public void An_encrypted_item_without_a_secret_names_the_option()
    {
        Copy("one");

        Assert.EndsWith(
            "\"password\" is encrypted: name the file of the shared secret with --secret-file",
            Assert.Throws<RecipeException>(() => Read(null!)).Message);
    }

    [Fact]
    public void An_item_of_chef_vault_is_refused_with_what_to_do()
    {
        Copy("one");
        folder.With("passwords/one_keys.json", """{ "id": "one_keys", "admins": [] }""");

        Assert.Contains("knife vault show", Assert.ThrowsAny<ChefException>(() => Read()).Message);
    }

    [Theory]
    [InlineData("none", "there is no folder ")]
    [InlineData("empty", "has no JSON files: name the folder of a data bag, or a folder of data bags")]
    public void A_folder_without_items_is_an_error(string name, string message)
    {
        folder.With("empty/README.md", "");

        Assert.Contains(
            message, Assert.ThrowsAny<ChefException>(() => new ChefFolder(folder[name]).Read(secret: null)).Message);
    }

    [Fact]
    public void A_recipe_that_reads_an_item_of_Chef_learns_how_to_import_it()
    {
        Copy("one");
        var folders = new DataBagFolders([folder.Root], new(new(folder["keys"])));

        var error = Assert.Throws<RecipeException>(() => folders.Item(new("passwords", "one"))).Message;

        Assert.EndsWith("this is an encrypted item of Chef: import it with csharpchef databag import DIR --secret-file FILE", error);
    }

    private void Copy(string item) =>
        folder.With($"passwords/{item}.json", File.ReadAllText(Path.Combine(Data, $"{item}.json")));

    private IReadOnlyList<ItemText> Read() => Read(Secret);

    private IReadOnlyList<ItemText> Read(string? secret) => new ChefFolder(folder["passwords"]).Read(secret);
}
