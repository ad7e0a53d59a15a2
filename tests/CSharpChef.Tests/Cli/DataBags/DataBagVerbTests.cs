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

    [Theory, WholeSuite]
    [SupportedOSPlatform("linux")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    [InlineData("TERM")]
    public async Task The_decrypted_text_is_removed_when_a_signal_comes_while_it_is_edited(string signal)
    {
        bags.WithEncrypted("passwords/db", Json);
        using var tool = new Tool();
        tool.With("edit", $"echo \"$1\" >'{tool.PathOf("edited")}'\ncat \"$1\"\nkill -{signal} $PPID\n");
        tool.Variables["VISUAL"] = $"sh {tool.PathOf("edit")}";

        var result = await tool.RunAsync(
            "databag", "edit", "passwords", "db", "--data-bags", bags.Path, "--data-bag-key", bags.KeyFile.FullPath);

        result.Prints("canary-root", "passwords/db unchanged");
        var edited = await File.ReadAllTextAsync(tool.PathOf("edited"), TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Path.GetDirectoryName(edited.Trim())));
    }

    [Fact]
    public async Task A_key_is_not_made_in_the_data_bags_when_they_are_a_repository()
    {
        cookbooks.With("data_bags/.git/HEAD", "");
        var place = Path.Combine(bags.Path, "keys");

        (await CommandLine.RunAsync("databag", "key", "new", "--data-bags", bags.Path, "--data-bag-key", place)).Exits(2)
            .Prints($"is in the repository {bags.Path}, beside the items that it opens");

        Assert.False(File.Exists(place));
    }

    [Fact]
    public async Task Damaged_items_are_errors_after_the_list_of_the_others()
    {
        bags.With("a/damaged", "<<<<<<< ours\n").With("a/right", "{ }").With("b/right", "{ }");

        var run = (await RunAsync("list")).Exits(3);
        Assert.Equal("a/right\nb/right\n", run.Out);
        run.Prints("damaged.json:1:1: ");
        var items = (await RunAsync("list", "--json")).Exits(3).Json.GetProperty("items");
        Assert.Equal(3, items.GetArrayLength());
        Assert.Contains("damaged.json:1:1: ", items[0].GetProperty("error").GetString());
        (await RunAsync("list", "b")).Exits(0);
    }

    [Theory]
    [InlineData("<<<<<<< ours\n{ \"encryptedItem\": 1 }", true)]
    [InlineData("<<<<<<< ours\n{ \"root\": 1 }", false)]
    public async Task A_damaged_item_can_be_replaced_and_is_encrypted_again_when_it_was(
        string damaged, bool isEncrypted)
    {
        bags.WithEncrypted("other/item", "{ }").With("passwords/db", damaged);

        (await RunAsync("create", "passwords", "db", cookbooks["db.json"], "--replace")).Exits(0)
            .Prints("passwords/db replaced");

        Assert.Equal(Json, bags.Read("passwords/db"));
        Assert.Equal(isEncrypted, bags.Folders.File(new("passwords", "db")).Sealed is not null);
    }

    [Theory]
    [InlineData("\"a b\" is not the name of a data bag", "create", "a b", "c")]
    [InlineData("\"a b\" is not the name of a data bag", "list", "a b")]
    [InlineData("there is no data bag \"user\" in ", "list", "user")]
    [InlineData("there is no data bag \"user\" in ", "rotate", "user")]
    [InlineData("there is no data bag \"user\" in ", "show", "user", "alice")]
    [InlineData("has no item \"alise\": did you mean \"alice\"?", "show", "users", "alise")]
    [InlineData("has no item \"alise\": did you mean \"alice\"?", "edit", "users", "alise")]
    [InlineData("\"..\" is not the name of a data bag", "show", "..", "db")]
    public async Task A_name_that_is_typed_wrong_is_a_usage_mistake(string message, params string[] arguments)
    {
        bags.With("users/alice", "{ }");

        (await RunAsync(arguments)).Exits(2).Prints(message);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("rotate")]
    public async Task A_folder_of_data_bags_that_does_not_exist_is_an_error(string verb) =>
        (await RunAsync(verb)).Exits(2).Prints($"there are no data bags: the folder {bags.Path} does not exist (--data-bags names another one)");

    [Fact]
    public async Task A_folder_in_place_of_the_file_of_an_item_is_named_as_one() =>
        (await RunAsync("create", "users", "alice", cookbooks.Root)).Exits(2)
            .Prints($"{cookbooks.Root} is a folder: name the JSON file of the item");

    [Fact]
    public async Task A_rotation_that_stops_in_the_middle_says_how_many_items_need_the_old_key_and_how_to_finish()
    {
        bags.WithEncrypted("passwords/a", Json)
            .WithEncrypted("passwords/b", Json)
            .WithEncrypted("passwords/c", Json);
        var old = bags.KeyFile.Read()[0].Id;
        // The new file of the second item cannot be written in the place of a folder.
        var obstacle = Directory.CreateDirectory(
            Path.Combine(bags.Path, "passwords", $".b.json.{Environment.ProcessId}.new"));

        (await RunAsync("rotate")).Exits(2)
            .Prints(
                "1 item encrypted with the key ",
                $"2 of 3 items still have the key {old}, and cannot be read without it: finish with csharpchef databag rotate --no-new-key")
            .DoesNotPrint("remove its line");

        obstacle.Delete();
        Assert.All(["a", "b", "c"], item => Assert.Equal(Json, bags.Read($"passwords/{item}")));
        (await RunAsync("rotate", "--no-new-key")).Exits(0)
            .Prints("2 items encrypted with the key ", $"the key {old} encrypts none of them any more");
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
    public async Task Items_of_Chef_beside_folders_of_items_are_not_imported()
    {
        cookbooks.With("chef/meta.json", """{ "id": "meta" }""").With("chef/users/alice.json", """{ "id": "alice" }""");

        (await RunAsync("import", cookbooks["chef"])).Exits(2).Prints(
            "has the JSON file meta.json and the data bag users, and nothing was imported: name the folder of one data bag");

        Assert.False(Directory.Exists(bags.Path));
    }

    [Fact]
    public async Task Items_of_Chef_with_the_same_id_are_not_imported()
    {
        cookbooks.With("chef/users/a.json", """{ "id": "same" }""").With("chef/users/b.json", """{ "id": "same" }""")
            .With("chef/hosts/a.json", """{ "id": "same" }""");

        (await RunAsync("import", cookbooks["chef"])).Exits(2)
            .Prints("users/a.json and ", "users/b.json have the same id \"same\", and nothing was imported");

        Assert.False(Directory.Exists(bags.Path));
        (await RunAsync("import", cookbooks["chef/hosts"])).Exits(0);
    }

    [Fact, WholeSuite]
    public async Task Keys_that_processes_make_at_the_same_time_are_all_kept()
    {
        using var tool = new Tool();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tool.RunAsync(["databag", "key", "new", .. Options])));

        Assert.All(runs, run => run.Exits(0).Prints($"key {bags.KeyFile.Read().First(key => run.Out.Contains(key.Id, StringComparison.Ordinal)).Id} made"));
        Assert.Equal(4, bags.KeyFile.Read().Count);
    }

    [Fact, WholeSuite]
    [SupportedOSPlatform("linux")]
    public async Task Edit_opens_the_editor_of_the_user_whose_arguments_have_no_text_of_the_item()
    {
        // Other runs of the tests on this machine have other texts.
        var secret = $"{Guid.NewGuid():N}";
        bags.WithEncrypted("passwords/db", $"{{ \"root\": \"first-{secret}\" }}");
        using var tool = new Tool();
        tool.With("editor", "#!/bin/sh\necho \"$@\" > \"$(dirname \"$0\")/arguments\"\nsed -i -f \"$(dirname \"$0\")/change\" \"$2\"\n")
            .With("change", "s/first-/second-/\n");
        File.SetUnixFileMode(tool.PathOf("editor"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        tool.Variables["VISUAL"] = "";
        tool.Variables["EDITOR"] = $"'{tool.PathOf("editor")}' --wait";

        var (run, arguments) = await ProcessList.DuringAsync(() => tool.RunAsync(
            ["databag", "edit", "passwords", "db", .. Options]));

        run.Exits(0).Prints("passwords/db changed").DoesNotPrint(secret);
        Assert.Contains($"second-{secret}", bags.Read("passwords/db"));
        Assert.DoesNotContain(arguments, line => line.Contains(secret, StringComparison.Ordinal));
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
