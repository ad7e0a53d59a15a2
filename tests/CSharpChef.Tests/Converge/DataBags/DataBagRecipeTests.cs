using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.DataBags;

/// <summary>Data bags as recipes use them.</summary>
public sealed class DataBagRecipeTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;

    public DataBagRecipeTests() => bags = new DataBagFolder(cookbooks)
        .With("users/alice", """
            {
              "id": "alice",
              "shell": "/bin/bash",
              "uid": 1000,
              "ssh": { "keys": ["a", "b"], "port": "many" }
            }
            """)
        .With("users/bob", """{ "shell": "/bin/sh", "uid": 1001 }""")
        .WithEncrypted("passwords/db", """
            {
              "id": "db",
              "root": "canary-\"root\"\n+line",
              "pin": 123456,
              "list": ["canary-two"],
              "short": "abc"
            }
            """);

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_recipe_reads_a_value_by_its_path() => Assert.Equal(
        ["/bin/bash 1000 b alice users"],
        await Names("""
            var alice = DataBagItem("users", "alice");
            int uid = alice["uid"];
            Log($"{alice["shell"]} {uid} {alice["ssh.keys"].Items[1]} {alice.Name} {alice.Bag}");
            """));

    [Fact]
    public async Task A_recipe_reads_all_items_of_a_bag() => Assert.Equal(
        ["alice /bin/bash", "bob /bin/sh", "2 bob 1001"],
        await Names("""
            foreach (var user in DataBag("users"))
            {
                Log($"{user.Name} {user["shell"]}");
            }

            var users = DataBag("users");
            Log($"{users.Count} {users.Items[1]} {users["bob"]["uid"]}");
            """));

    [Fact]
    public async Task A_recipe_binds_an_item_to_a_type_that_needs_no_property_for_the_id() => Assert.Equal(
        ["/bin/sh 1001", "alice"],
        await Names("""
            var bob = DataBagItem("users", "bob").Bind<Account>();
            Log($"{bob.Shell} {bob.Uid}");
            Log(DataBagItem("users", "alice").Bind<Named>().Id);
            record Account(string Shell, int Uid);
            record Named(string Id, string? Shell, int Uid, Ssh? Ssh);
            record Ssh { public string[] Keys { get; init; } = []; public string? Port { get; init; } }
            """));

    [Theory]
    [InlineData("DataBagItem(\"users\", \"alice\").Bind<Account>();", "default.csx:1:1: \"ssh\" of the data bag item users/alice is not a property of Account (set by data_bags/users/alice.json:5:3)")]
    [InlineData("DataBagItem(\"users\", \"alice\").Bind<Needs>();", "\"group\" of the data bag item users/alice is missing: Needs requires it (its file is data_bags/users/alice.json:1:1)")]
    [InlineData("DataBagItem(\"users\", \"alice\").Bind<Needs>(\"ssh\");", "\"ssh.group\" of the data bag item users/alice is missing: Needs requires it (its file is data_bags/users/alice.json:1:1; \"ssh\" is set by data_bags/users/alice.json:5:3)")]
    [InlineData("DataBagItem(\"users\", \"alice\").Bind<Ssh>(\"ssh\");", "\"ssh.port\" of the data bag item users/alice must be a whole number, and is \"many\" (set by data_bags/users/alice.json:5:32)")]
    [InlineData("int port = DataBagItem(\"users\", \"alice\")[\"ssh.port\"];", "default.csx:1:12: \"ssh.port\" is \"many\", not a whole number (set by data_bags/users/alice.json:5:32)")]
    [InlineData("Log(DataBagItem(\"users\", \"alice\")[\"shel\"]);", "default.csx:1:1: the data bag item users/alice has no value \"shel\": did you mean \"shell\"? (its file is data_bags/users/alice.json:1:1)")]
    [InlineData("DataBagItem(\"users\", \"alcie\");", "default.csx:1:1: the data bag \"users\" has no item \"alcie\": did you mean \"alice\"?")]
    [InlineData("DataBag(\"usres\");", "did you mean \"users\"?")]
    [InlineData("Secret(\"databag:users/alice#shel\");", "default.csx:1:1: secret \"databag:users/alice#shel\": data_bags/users/alice.json has no value \"shel\": did you mean \"shell\"?")]
    [InlineData("Secret(\"databag:users\");", "write data bag, item and key: databag:BAG/ITEM#KEY")]
    [InlineData("DataBagItem(\"passwords\", \"db\").Bind<Account>();", "default.csx:1:1: \"root\" of the data bag item passwords/db is not a property of Account (set by data_bags/passwords/db.json (decrypted):3:3)")]
    [InlineData("DataBagItem(\"passwords\", \"db\").Bind<Db>();", "\"root\" of the data bag item passwords/db must be a whole number, and is a value of another kind (set by")]
    [InlineData("DataBagItem(\"passwords\", \"db\").Bind<Db>();", "\"pin\" of the data bag item passwords/db must be true or false, and is a value of another kind")]
    [InlineData("DataBagItem(\"passwords\", \"db\").Bind<Limited>();", "\"pin\" of the data bag item passwords/db must be from 1 to 9, and is another number")]
    [InlineData("int root = DataBagItem(\"passwords\", \"db\")[\"root\"];", "\"root\" is another value, not a whole number (set by data_bags/passwords/db.json (decrypted):3:3)")]
    public async Task An_error_names_the_file_the_line_and_the_path_and_no_secret(string code, string message)
    {
        cookbooks.With("web/recipes/default.csx", $$"""
            {{code}}
            record Account(string Shell, int Uid);
            record Ssh(string[] Keys, int Port);
            record Needs(string Group);
            record Db(int Root, bool Pin, string[] List, string Short);
            record Limited([Range(1, 9)] int Pin, string? Root, string[] List, string? Short);
            """);

        var error = await cookbooks.EvaluateError("web");

        Assert.Contains(message, cookbooks.Below(error.Message));
        Assert.DoesNotContain("canary", error.Message);
        Assert.DoesNotContain("123456", error.Message);
    }

    [Fact]
    public async Task Each_text_of_an_encrypted_item_is_masked_but_its_id_and_the_texts_of_a_plain_item_are_not()
    {
        cookbooks.With("web/recipes/default.csx", """
            Log(DataBagItem("passwords", "db").Name + DataBagItem("users", "alice")["shell"]);
            """);
        await using var run = cookbooks.Start("web");

        var resources = ((Pause.Finished)await cookbooks.Answers().NextAsync(run, CancellationToken.None)).Resources;

        Assert.Equal(
            "*** *** db /bin/bash abc", resources.Secrets.Masked("canary-\"root\"\n+line canary-two db /bin/bash abc"));
    }

    [Fact]
    public async Task A_secret_is_masked_also_where_json_writes_it_with_escapes()
    {
        cookbooks.With("web/recipes/default.csx", """
            var db = DataBagItem("passwords", "db");
            Log(System.Text.Json.JsonSerializer.Serialize(new { root = (string)db["root"] }));
            """);
        await using var run = cookbooks.Start("web");

        var resources = ((Pause.Finished)await cookbooks.Answers().NextAsync(run, CancellationToken.None)).Resources;

        Assert.Equal("""{"root":"***"}""", resources.Secrets.Masked(resources.Resources[0].Name));
    }

    [Fact]
    public async Task A_secret_of_a_data_bag_item_is_its_value_at_a_path() => Assert.Equal(
        ["123456"], await Names("Log(Secret(\"databag:passwords/db#pin\"));"));

    [Fact]
    public async Task A_query_that_runs_when_the_recipe_has_ended_is_an_error_that_says_what_to_do()
    {
        cookbooks.With("web/templates/users.liquid", "{% for shell in shells %}{{ shell }}{% endfor %}")
            .With("web/recipes/default.csx", """
                Template("/etc/users", t =>
                {
                    t.Source = "users";
                    t.Variables = new { Shells = DataBag("users").Select(user => (string)user["shell"]) };
                });
                """);
        await using var run = cookbooks.Start("web");

        var error = await Assert.ThrowsAsync<RecipeException>(async () =>
        {
            var finished = (Pause.Finished)await cookbooks.Answers().NextAsync(run, CancellationToken.None);
            Planner.Plan(finished.Resources, run.Node, [], final: true);
        });

        Assert.Contains("in a LINQ query that runs later (end it with .ToList())", error.Message);
    }

    private async Task<IEnumerable<string>> Names(string code)
    {
        cookbooks.With("web/recipes/default.csx", code);
        return (await cookbooks.Evaluate("web")).Select(resource => resource.Name);
    }
}
