using System.Runtime.Versioning;
using System.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.DataBags;

public sealed class DataBagVerbTests : IDisposable
{
    private const string Json = "{\n  \"root\": \"canary-root\" // comment\n}\n";
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;

    public DataBagVerbTests()
    {
        bags = new DataBagFolder(cookbooks);
        cookbooks.With("db.json", Json);
    }

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task An_item_is_created_encrypted_and_shown_as_it_was_written()
    {
        (await RunAsync("key", "new")).Exits(0).Prints("key ", " made: ");

        (await RunAsync("create", "passwords", "db", cookbooks["db.json"], "--encrypt")).Exits(0)
            .Prints("passwords/db created, encrypted: ").DoesNotPrint("canary");

        Assert.DoesNotContain("canary", await File.ReadAllTextAsync(bags["passwords/db"], TestContext.Current.CancellationToken));
        Assert.Equal(Json, (await RunAsync("show", "passwords", "db")).Exits(0).Out);
        var json = (await RunAsync("show", "passwords", "db", "--json")).Exits(0).Json;
        Assert.Equal("canary-root", json.GetProperty("values").GetProperty("root").GetString());
        Assert.True(json.GetProperty("encrypted").GetBoolean());
    }

    [Fact]
    public async Task A_key_is_not_made_in_the_repository_of_the_items()
    {
        cookbooks.With(".git/HEAD", "");

        (await RunAsync("key", "new")).Exits(2).Prints(
            $"is in the repository {cookbooks.Root}, beside the items that it opens: name one outside of it with --data-bag-key");

        Assert.False(File.Exists(bags.KeyFile.FullPath));
    }

    [Fact]
    public async Task Items_are_listed_with_the_key_of_each_and_without_their_texts()
    {
        bags.With("users/alice", "{ }").WithEncrypted("passwords/db", Json);
        var id = bags.KeyFile.Read()[0].Id;

        Assert.Equal(
            $"passwords/db  (encrypted with the key {id})\nusers/alice\n", (await RunAsync("list")).Exits(0).Out);
        Assert.Equal("users/alice\n", (await RunAsync("list", "users")).Exits(0).Out);
        var item = (await RunAsync("list", "passwords", "--json")).Exits(0).Json.GetProperty("items")[0];
        Assert.Equal(
            $$"""{"bag":"passwords","item":"db","encrypted":true,"key":"{{id}}","file":"{{bags["passwords/db"]}}"}""",
            item.GetRawText());
        Assert.Equal(
            $"{id}  encrypts\n",
            (await CommandLine.RunAsync("databag", "key", "list", "--data-bag-key", bags.KeyFile.FullPath)).Exits(0).Out);
    }

    [Fact]
    public async Task An_item_that_exists_is_replaced_only_when_asked_for_and_stays_encrypted()
    {
        bags.WithEncrypted("passwords/db", "{ }");

        (await RunAsync("create", "passwords", "db", cookbooks["db.json"])).Exits(2)
            .Prints("the data bag item passwords/db exists: change it with csharpchef databag edit passwords db, or add --replace");
        (await RunAsync("create", "passwords", "db", cookbooks["db.json"], "--replace")).Exits(0)
            .Prints("passwords/db replaced, encrypted");

        Assert.Equal(Json, bags.Read("passwords/db"));
        Assert.DoesNotContain("canary", await File.ReadAllTextAsync(bags["passwords/db"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{ \"id\": \"other\" }", 3, "item.json:1:3: the id is \"other\", and the name of the file says \"db\"")]
    [InlineData("{ \"root\": canary-text }", 3, "item.json:1:11: expected a value, and found something else")]
    [InlineData("{ \"a\": { \"encrypted_data\": \"\", \"cipher\": \"\" } }", 3, "this is an encrypted item of Chef: import it")]
    [InlineData("{ }", 3, "make one with csharpchef databag key new")]
    public async Task A_wrong_item_is_not_created(string json, int code, string message)
    {
        cookbooks.With("item.json", json);
        if (json != "{ }")
        {
            bags.WithEncrypted("other/item", "{ }");
        }

        (await RunAsync("create", "passwords", "db", cookbooks["item.json"], "--encrypt")).Exits(code)
            .Prints(message).DoesNotPrint("canary");

        Assert.False(File.Exists(bags["passwords/db"]));
    }

    [Fact]
    public async Task The_file_of_an_encrypted_item_is_not_encrypted_twice()
    {
        bags.WithEncrypted("passwords/db", Json);

        (await RunAsync("create", "passwords", "db", bags["passwords/db"], "--replace")).Exits(3)
            .Prints("this item is encrypted already");
    }

    [Fact]
    public async Task A_rotation_makes_a_key_and_names_those_that_are_not_needed_any_more()
    {
        bags.WithEncrypted("passwords/db", Json).With("users/alice", "{ }");
        var old = bags.KeyFile.Read()[0].Id;

        var run = (await RunAsync("rotate")).Exits(0);

        var key = bags.KeyFile.Read()[1].Id;
        run.Prints($"1 item encrypted with the key {key} of ", $"the key {old} encrypts none of them any more");
        Assert.Equal(Json, bags.Read("passwords/db"));
        (await RunAsync("rotate", "--no-new-key")).Exits(0).Prints("0 items encrypted");
        Assert.Equal(2, bags.KeyFile.Read().Count);
    }

    [Fact]
    public async Task A_rotation_without_encrypted_items_makes_no_key()
    {
        bags.With("users/alice", "{ }");

        (await RunAsync("rotate")).Exits(0).Prints("no item is encrypted: nothing was changed");

        Assert.Empty(bags.KeyFile.Read());
    }

    [Fact]
    public async Task Items_of_Chef_are_imported_all_or_none()
    {
        var data = SourceTree.PathOf("tests/CSharpChef.Tests/Converge/DataBags/Chef/data");
        cookbooks.With("chef/users/alice.json", """{ "id": "alice", "shell": "/bin/sh" }""")
            .With("chef/passwords/two.json", await File.ReadAllTextAsync(Path.Combine(data, "two.json"), TestContext.Current.CancellationToken))
            .With("wrong", "wrong secret\n");
        await RunAsync("key", "new");

        (await RunAsync("import", cookbooks["chef"], "--secret-file", cookbooks["wrong"])).Exits(3)
            .Prints("the shared secret is another one").DoesNotPrint("wrong secret");
        Assert.False(Directory.Exists(bags.Path));
        (await RunAsync("import", cookbooks["chef"], "--secret-file", Path.Combine(data, "shared-secret.txt"))).Exits(0)
            .Prints("passwords/two imported, encrypted: ", "users/alice imported: ", "2 items imported").DoesNotPrint("canary");
        Assert.Contains("pässword-canary", bags.Read("passwords/two"));
        (await RunAsync("import", cookbooks["chef/users"])).Exits(2).Prints("users/alice exists, and nothing was imported");
        (await RunAsync("import", cookbooks["chef/users"], "--replace", "--encrypt")).Exits(0).Prints("users/alice imported, encrypted");
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_refused() =>
        (await RunAsync("show", "..", "db")).Exits(3).Prints("\"..\" is not the name of a data bag");

    [Fact, WholeSuite]
    [SupportedOSPlatform("linux")]
    public async Task Edit_opens_the_editor_of_the_user_whose_arguments_have_no_text_of_the_item()
    {
        bags.WithEncrypted("passwords/db", Json);
        using var tool = new Tool();
        tool.With("editor", "#!/bin/sh\necho \"$@\" > \"$(dirname \"$0\")/arguments\"\nsed -i s/canary-root/canary-two/ \"$2\"\n");
        File.SetUnixFileMode(tool.PathOf("editor"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        tool.Variables["VISUAL"] = "";
        tool.Variables["EDITOR"] = $"'{tool.PathOf("editor")}' --wait";

        var (run, arguments) = await ProcessList.DuringAsync(() => tool.RunAsync(
            ["databag", "edit", "passwords", "db", .. Options]));

        run.Exits(0).Prints("passwords/db changed").DoesNotPrint("canary");
        Assert.Contains("canary-two", bags.Read("passwords/db"));
        Assert.DoesNotContain(arguments, line => line.Contains("canary-two\"", StringComparison.Ordinal));
        var edited = (await File.ReadAllTextAsync(tool.PathOf("arguments"), TestContext.Current.CancellationToken)).Trim();
        Assert.Matches("^--wait .*/db\\.json$", edited);
        Assert.False(Directory.Exists(Path.GetDirectoryName(edited["--wait ".Length..])));
    }

    [Fact, WholeSuite]
    [SupportedOSPlatform("linux")]
    public void An_item_is_created_from_the_standard_input()
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "csharpchef.dll");

        var (code, output) = LocalShell.Run("sh", "-c", $"printf '{{ \"shell\": \"/bin/sh\" }}' | dotnet '{tool}' databag create users alice --data-bags '{bags.Path}'");

        Assert.True(code == 0, Encoding.UTF8.GetString(output));
        Assert.Equal("{ \"shell\": \"/bin/sh\" }", bags.Read("users/alice"));
    }

    private string[] Options => ["--data-bags", bags.Path, "--data-bag-key", bags.KeyFile.FullPath];

    private Task<CommandOutcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["databag", .. arguments, .. Options]);
}
