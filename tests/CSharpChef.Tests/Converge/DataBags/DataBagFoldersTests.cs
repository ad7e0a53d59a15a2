using CSharpChef.Converge.DataBags;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.DataBags;

public sealed class DataBagFoldersTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;

    public DataBagFoldersTests() => bags = new DataBagFolder(cookbooks)
        .With("users/alice", """{ "id": "alice", "uid": 1000 }""")
        .With("users/bob", "{}")
        .With("empty/.hidden", "{");

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void The_items_of_a_bag_are_its_files_by_name()
    {
        cookbooks.With("data_bags/users/README.md", "").With("data_bags/users/a b.json", "{}");

        Assert.Equal(["empty", "users"], bags.Folders.Bags());
        Assert.Equal(["alice", "bob"], bags.Folders.Items("users"));
        Assert.Empty(bags.Folders.Items("empty"));
    }

    [Fact]
    public void The_first_folder_that_has_an_item_gives_it()
    {
        cookbooks.With("other/users/alice.json", """{ "uid": 1 }""").With("other/users/carol.json", "{}");
        var folders = new DataBagFolders([cookbooks["other"], bags.Path], new(bags.KeyFile));

        Assert.Equal(["alice", "bob", "carol"], folders.Items("users"));
        Assert.Contains("\"uid\": 1 ", folders.Item(new("users", "alice")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_data_bags_is_beside_that_of_the_cookbooks() => Assert.Equal(
        ["/srv/shop/data_bags", "/srv/data_bags"],
        DataBagPlaces.Beside(["/srv/shop/cookbooks", "/srv/shop/vendor/", "/srv/cookbooks"]));

    [Theory]
    [InlineData("usres", "alice", "there is no data bag \"usres\" in ")]
    [InlineData("usres", "alice", ": did you mean \"users\"?")]
    [InlineData("users", "alicia", "the data bag \"users\" has no item \"alicia\": did you mean \"alice\"?")]
    [InlineData("../users", "alice", "\"../users\" is not the name of a data bag: it has letters, digits, _ - and .")]
    [InlineData("users", "../../keys", "\"../../keys\" is not the name of a data bag item")]
    [InlineData("users", "", "\"\" is not the name of a data bag item")]
    [InlineData("..", "alice", "\"..\" is not the name of a data bag")]
    public void A_name_without_a_file_is_an_error_that_names_a_similar_one(string bag, string item, string message) =>
        Assert.Contains(message, Error(bag, item), StringComparison.Ordinal);

    [Fact]
    public void Without_the_folder_the_error_names_the_option()
    {
        var folders = new DataBagFolders([cookbooks["none"]], new(bags.KeyFile));

        var error = Assert.Throws<RecipeException>(() => folders.Items("users")).Message;

        Assert.Equal(
            "there is no data bag \"users\": the folder none does not exist (--data-bags names another one)",
            cookbooks.Below(error));
    }

    [Theory]
    [InlineData("{ \"id\": \"al\" }", "alice.json:1:3: the id is \"al\", and the name of the file says \"alice\": change one of them")]
    [InlineData("{\n  \"uid\": 1\n  \"gid\": 2\n}", "alice.json:3:3: expected a comma")]
    [InlineData("[]", "alice.json:1:1: expected an object { ... }")]
    [InlineData("", "alice.json:1:1: the text is empty")]
    [InlineData("{ \"encryptedItem\": 2 }", "alice.json:1:3: the item is encrypted in another way than version 1")]
    [InlineData("{ \"encryptedItem\": 1, \"cipher\": \"AES-256-GCM\" }", "\"nonce\" of the encrypted item is damaged")]
    public void A_wrong_file_is_an_error_at_its_line(string json, string message)
    {
        bags.With("users/alice", json);

        Assert.Contains(message, Error("users", "alice"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_refused()
    {
        cookbooks.With("outside.json", "{}");
        File.CreateSymbolicLink(bags["users/link"], cookbooks["outside.json"]);
        File.CreateSymbolicLink(bags["users/inner"], bags["users/alice"]);

        Assert.Contains("users/link.json is a link that leads out of ", Error("users", "link"));
        Assert.StartsWith("users/inner", bags.Folders.File(new("users", "inner")).Name.ToString());
    }

    private string Error(string bag, string item) =>
        Assert.Throws<RecipeException>(() => bags.Folders.Item(ItemName.Parse(bag, item))).Message;
}
