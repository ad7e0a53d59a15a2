using System.Text.Json.Nodes;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.DataBags.Encryption;

public sealed class EncryptedItemTests : IDisposable
{
    private const string Json = "{\n  \"id\": \"db\",\n  // by hand\n  \"password\": \"pässword-canary\"\n}\n";
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;

    public EncryptedItemTests() => bags = new DataBagFolder(cookbooks).WithEncrypted("passwords/db", Json);

    private string File => bags["passwords/db"];

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void An_encrypted_item_has_its_id_and_its_key_in_clear_and_nothing_else()
    {
        var file = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();

        Assert.Equal(
            ["id", "encryptedItem", "cipher", "key", "nonce", "tag", "ciphertext"], file.Select(pair => pair.Key));
        Assert.Equal(("db", bags.KeyFile.Read()[0].Id), ((string?)file["id"], (string?)file["key"]));
        Assert.DoesNotContain("canary", file.ToJsonString());
    }

    [Fact]
    public void The_text_of_an_item_comes_back_as_it_was_written() => Assert.Equal(Json, bags.Read("passwords/db"));

    [Fact]
    public void Two_encryptions_of_a_text_differ()
    {
        var before = System.IO.File.ReadAllText(File);

        bags.WithEncrypted("passwords/db", Json);

        Assert.NotEqual(before, System.IO.File.ReadAllText(File));
    }

    [Theory]
    [InlineData("passwords/other")]
    [InlineData("others/db")]
    public void An_item_cannot_be_read_in_the_place_of_another_one(string other)
    {
        bags.With(other, System.IO.File.ReadAllText(File).Replace("\"db\"", $"\"{other.Split('/')[1]}\"", StringComparison.Ordinal));

        Assert.EndsWith(
            "cannot be decrypted: it was damaged, or it is the file of another item, renamed or copied",
            Error(other));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("tag")]
    [InlineData("ciphertext")]
    public void A_changed_item_cannot_be_read(string part)
    {
        var file = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        var bytes = Convert.FromBase64String((string)file[part]!);
        bytes[^1] ^= 1;
        file[part] = Convert.ToBase64String(bytes);
        bags.With("passwords/db", file.ToJsonString());

        Assert.Contains("cannot be decrypted: it was damaged", Error("passwords/db"));
    }

    [Fact]
    public void A_missing_key_is_named_with_its_file()
    {
        var id = bags.KeyFile.Read()[0].Id;
        System.IO.File.Delete(bags.KeyFile.FullPath);
        Assert.Contains($"db.json is encrypted with the key {id}, and ", Error("passwords/db"));
        Assert.Contains("keys does not exist: get it from those who have it", Error("passwords/db"));

        bags.KeyFile.Add(DataBagKey.New());
        Assert.Contains($"is encrypted with the key {id}, which is not in ", Error("passwords/db"));
    }

    [Fact]
    public void An_error_in_a_decrypted_text_has_its_line_and_none_of_its_text()
    {
        bags.WithEncrypted("passwords/db", "{\n  \"password\": canary-text\n}");

        var error = Error("passwords/db");

        Assert.Contains("db.json (decrypted):2:15: expected a value", error);
        Assert.DoesNotContain("canary", error);
    }

    private string Error(string item) => Assert.Throws<RecipeException>(() => bags.Read(item)).Message;
}
