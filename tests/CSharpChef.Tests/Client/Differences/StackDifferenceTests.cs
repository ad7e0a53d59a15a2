using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;
using CSharpChef.Recipes;
using static CSharpChef.Tests.Client.Apply.DeclaredStacks;

namespace CSharpChef.Tests.Client.Differences;

/// <summary>The differences between the stack that a file declares and the stack on the server.</summary>
public sealed class StackDifferenceTests
{
    private const string Hidden = SecretText.Filtered;

    [Fact]
    public void The_parts_of_a_new_stack_are_added_in_an_order_that_the_server_accepts()
    {
        var difference = StackDifference.Of(
            Of(file =>
            {
                file.Stack("shop");
                file.Permission("arn:aws:iam::1:user/alice");
                file.Instance("web1", i => i.Layers("web"));
                file.App("shop");
                file.Layer("web");
            }),
            ActualStack.None,
            new DifferenceOptions());

        Assert.Equal(
            ["stack shop", "layer web", "app shop", "instance web1", "permission alice"],
            difference.Changes.Select(change => change.ToString()));
        Assert.All(difference.Changes, change => Assert.Equal(PartAction.Add, change.Action));
        Assert.Empty(difference.Conflicts);
    }

    [Theory]
    [InlineData("""{ "Name": "Web" }""", "")]
    [InlineData("""{ "Name": "Other" }""", "Name \"Other\" -> \"Web\"")]
    [InlineData("{}", "Name nothing -> \"Web\"")]
    [InlineData("""{ "Name": "Web", "EnableAutoHealing": false, "Packages": ["curl"] }""", "")]
    public void Only_declared_members_are_compared(string actual, string expected) =>
        Assert.Equal(expected, Described(Difference(
            file => file.Layer("web", l => l.Name = "Web"), ServerHas(Actual(PartKind.Layer, "web", actual)))));

    [Theory]
    [InlineData("""["a", "b"]""", "")]
    [InlineData("""["b", "a"]""", "CustomRecipes.Setup [\"b\",\"a\"] -> [\"a\",\"b\"]")]
    public void A_list_that_differs_in_items_or_order_replaces_that_of_the_server(string setup, string expected) =>
        Assert.Equal(expected, Described(Difference(
        file => file.Layer("web", l => l.Setup("a", "b")),
        ServerHas(
            Actual(PartKind.Layer, "web", $$$"""{ "CustomRecipes": { "Setup": {{{setup}}}, "Deploy": ["c"] } }""")))));

    [Fact]
    public void Custom_JSON_is_compared_as_a_whole_regardless_of_key_order()
    {
        StackDifference With(string json) => StackDifference.Of(
            Of(file => file.Stack("shop", s => s.CustomJson = new { a = 1, b = new { c = "x" } })),
            new ActualStack([Actual(PartKind.Stack, "shop", $$"""{ "CustomJson": {{json}} }""")]),
            new DifferenceOptions());

        Assert.Equal("", Described(With("""{ "b": { "c": "x" }, "a": 1.0 }""")));
        Assert.Equal(
            "CustomJson.b.c \"y\" -> \"x\", CustomJson.d 2 -> nothing",
            Described(With("""{ "b": { "c": "y" }, "a": 1, "d": 2 }""")));
    }

    [Fact]
    public void Map_entries_that_only_the_server_has_stay_unless_pruned()
    {
        var actual = ServerHas(Actual(PartKind.App, "shop", """{ "Environment": { "MODE": "test", "OLD": "1" } }"""));
        void File(StackContext file) => file.App("shop", a => a.Environment["MODE"] = "live");

        var (kept, pruned) = (Difference(File, actual), Difference(File, actual, prune: true));

        Assert.Equal("Environment.MODE \"test\" -> \"live\"", Described(kept));
        Assert.Equal(["app shop: Environment.OLD"], kept.NotInFile);
        Assert.Equal("""{"Environment":{"MODE":"live","OLD":"1"}}""", kept.Changes.Single().Desired.ToJsonString());
        Assert.Equal("Environment.MODE \"test\" -> \"live\", Environment.OLD \"1\" -> nothing", Described(pruned));
        Assert.Equal("""{"Environment":{"MODE":"live"}}""", pruned.Changes.Single().Desired.ToJsonString());
    }

    [Fact]
    public void An_environment_variable_with_empty_text_is_added() => Assert.Equal(
        "Environment.EMPTY nothing -> \"\"",
        Described(Difference(
            file => file.App("shop", a => a.Environment["EMPTY"] = ""),
            ServerHas(Actual(PartKind.App, "shop", """{ "Environment": {} }""")))));

    [Fact]
    public void A_stack_chosen_by_id_can_be_renamed() =>
        Assert.Equal("Name \"shop\" -> \"store\"", Described(StackDifference.Of(
        Of(file => file.Stack("store", s => s.Id = "id-shop")), new ActualStack(
            [Actual(PartKind.Stack, "shop", """{ "Name": "shop" }""")]), new())));

    [Fact]
    public void Missing_or_duplicate_secrets_and_keys_are_reported_with_their_line()
    {
        Assert.Matches(@"Tests.cs:\d+: .*no PrivateKey", Assert.Throws<RecipeException>(
            () => Difference(file => file.App("shop", a => a.Certificate = "x"), ServerHas())).Message);
        Assert.Matches(@"Tests.cs:\d+: .*has A in its Environment and", Assert.Throws<RecipeException>(() => Difference(
            file => file.App("shop", a =>
            {
                a.Environment["A"] = "open";
                a.SecureEnvironment["A"] = StackContext.Secret("NOWHERE");
            }),
            ServerHas())).Message);
    }

    [Fact]
    public void A_secret_that_the_server_already_has_is_kept_and_counted()
    {
        var actual = ServerHas(Actual(PartKind.App, "shop", $$"""{ "Environment": { "TOKEN": "{{Hidden}}" } }"""));
        void File(StackContext file) =>
            file.App("shop", a => a.SecureEnvironment["TOKEN"] = StackContext.Secret("NOWHERE"));

        var (kept, replaced) = (Difference(File, actual), Difference(File, actual, replaceSecrets: true));

        Assert.Empty(kept.Changes);
        Assert.Equal(1, kept.KeptSecrets);
        Assert.Equal("Environment.TOKEN (secret) sent again", Described(replaced));
        Assert.Equal(["Environment.TOKEN"], replaced.Changes.Single().Secrets.Keys);
    }

    [Fact]
    public void A_variable_that_becomes_secret_or_plain_is_a_change()
    {
        var actual =
            ServerHas(Actual(PartKind.App, "shop", $$"""{ "Environment": { "A": "open", "B": "{{Hidden}}" } }"""));

        var difference = Difference(
            file => file.App("shop", a =>
            {
                a.SecureEnvironment["A"] = StackContext.Secret("NOWHERE");
                a.Environment["B"] = "open";
            }),
            actual);

        Assert.Equal("Environment.B (secret) -> \"open\", Environment.A \"open\" -> (secret)", Described(difference));
    }

    [Fact]
    public void A_new_certificate_sends_its_private_key()
    {
        var actual = ServerHas(Actual(
            PartKind.App,
            "shop",
            $$"""{ "EnableSsl": true, "SslConfiguration": { "Certificate": "old", "PrivateKey": "{{Hidden}}" } }"""));

        var difference = Difference(
            file => file.App("shop", a =>
            {
                a.Certificate = "new";
                a.PrivateKey = StackContext.Secret("NOWHERE");
            }),
            actual);

        Assert.Equal(["SslConfiguration.PrivateKey"], difference.Changes.Single().Secrets.Keys);
    }

    [Theory]
    [InlineData("https://example.com/new.git", 0)]
    [InlineData("https://other.example/shop.git", 1)]
    public void A_source_with_another_host_sends_its_password_again(string url, int secrets)
    {
        var actual = ServerHas(Actual(
            PartKind.App,
            "shop",
            $$"""{ "AppSource": { "Type": "git", "Url": "https://example.com/shop.git", "Password": "{{Hidden}}" } }"""));

        var difference = Difference(
            file => file.App("shop", a => a.Source = StackContext.Git(url, password: StackContext.Secret("NOWHERE"))), actual);

        Assert.Equal(secrets, difference.Changes.Single().Secrets.Count);
    }

    [Fact]
    public void User_part_and_query_of_a_source_URL_are_not_shown()
    {
        var actual = ServerHas(Actual(
            PartKind.App, "shop", """{ "AppSource": { "Type": "git", "Url": "https://geheim@example.com/a?k=geheim" } }"""));

        Assert.Equal(
            $"AppSource.Url \"https://{Hidden}@example.com/a?{Hidden}\" -> \"https://{Hidden}@example.com/b\"",
            Described(Difference(file => file.App("shop", a => a.Source = StackContext.Git("https://geheim@example.com/b")), actual)));
        Assert.Empty(Difference(
            file => file.App("shop", a => a.Source = StackContext.Git($"https://{Hidden}@example.com/a?{Hidden}")), actual).Changes);
    }

    [Fact]
    public void Characters_that_cannot_be_seen_are_shown_as_escapes()
    {
        var difference = Difference(
            file => file.Layer("web", l => l.Name = "Web"),
            ServerHas(Actual(PartKind.Layer, "web", """{ "Name": "a\u202eb\u200b" }""")));

        Assert.Equal("Name \"a\\u202eb\\u200b\" -> \"Web\"", Described(difference));
    }

    [Fact]
    public void Parts_that_only_the_server_has_are_listed_and_pruned_in_reverse_order()
    {
        var actual = ServerHas(
            Actual(PartKind.Layer, "old"),
            Actual(PartKind.App, "gone"),
            Actual(PartKind.Instance, "web9"),
            Actual(PartKind.Permission, "arn:aws:iam::1:user/bob"));

        var (kept, pruned) = (Difference(_ => { }, actual), Difference(_ => { }, actual, prune: true));

        Assert.Empty(kept.Changes);
        Assert.Equal(["permission bob", "instance web9", "app gone", "layer old"], kept.NotInFile);
        Assert.Equal(kept.NotInFile, pruned.Changes.Select(change => change.ToString()));
        Assert.All(pruned.Changes, change => Assert.Equal(PartAction.Remove, change.Action));
    }

    [Fact]
    public void A_permission_finds_its_user_by_name_or_ARN()
    {
        var actual = ServerHas(Actual(PartKind.Permission, "arn:1:user/alice", """{ "Level": "show" }""")) with
        {
            Users = new Dictionary<string, string> { ["Alice"] = "arn:1:user/alice" },
        };

        Assert.All(new[] { "Alice", "alice", "arn:1:user/alice" }, user =>
            Assert.Equal(
                "Level \"show\" -> \"deploy\"",
                Described(Difference(file => file.Permission(user, p => p.Level = "deploy"), actual))));
        Assert.Contains(
            "no such user",
            Assert.Single(Difference(file => file.Permission("carol"), actual).Conflicts),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_that_no_declaration_names_are_off()
    {
        var members = Of(file =>
        {
            file.Stack("shop");
            file.Instance("web1", i =>
            {
                i.Hours(8..10, DayOfWeek.Monday);
                i.Hours(20.., DayOfWeek.Monday);
            });
        })[1].Members;

        Assert.Equal("timer", members["AutoScalingType"]!.GetValue<string>());
        Assert.Equal("[8,9,20,21,22,23]", members["Hours"]!["Monday"]!.ToJsonString());
        Assert.Equal("[]", members["Hours"]!["Sunday"]!.ToJsonString());
    }

    [Theory]
    [InlineData("online", "InstanceType can be changed only while it is stopped, and it is online: stop it first")]
    [InlineData("stopped", null)]
    public void A_running_instance_cannot_be_changed(string status, string? conflictText)
    {
        var actual = ServerHas(
            Actual(PartKind.Layer, "web"),
            Actual(PartKind.Instance, "web1", """{ "InstanceType": "small" }""") with { Status = status });

        var difference = Difference(file => file.Instance("web1", i => i.Type = "large"), actual);

        Assert.Equal(conflictText is null, difference.Conflicts.Count == 0);
        Assert.All(
            difference.Conflicts, conflict => Assert.Contains(conflictText!, conflict, StringComparison.Ordinal));
    }

    [Fact]
    public void Running_and_registered_instances_are_not_pruned()
    {
        var actual = ServerHas(
            Actual(PartKind.Instance, "web1") with { Status = "online" },
            Actual(PartKind.Instance, "old") with { IsRegistered = true });

        var conflicts = Difference(_ => { }, actual, prune: true).Conflicts;

        Assert.Contains(conflicts, conflict =>
            conflict.Contains("instance web1 is online and not in the file: stop it", StringComparison.Ordinal));
        Assert.Contains(conflicts, conflict => conflict.Contains("deregister it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_declaration_that_the_server_would_refuse_is_reported_with_its_line()
    {
        var actual = ServerHas(Actual(PartKind.Layer, "web", """{ "Type": "lb" }"""));

        var conflicts = Difference(
            file =>
            {
                file.Layer("web", l =>
                {
                    l.Type = "custom";
                    l.Set("Pakages", new[] { "x" });
                });
                file.Layer("data", l => l.Type = "db-master");
                file.Instance("web1", i => i.Layers("wbe"));
                file.Instance("web2");
            },
            actual).Conflicts;

        Assert.All(conflicts,
            conflict => Assert.Matches(@"StackDifferenceTests.cs:\d+: (layer|instance) (web\d?|data): ", conflict));
        Assert.Contains(
            conflicts,
            conflict => conflict.Contains("no member Pakages: did you mean \"Packages\"?", StringComparison.Ordinal));
        Assert.Contains(conflicts, conflict =>
            conflict.Contains("Type cannot be changed from \"lb\" to \"custom\"", StringComparison.Ordinal));
        Assert.Contains(
            conflicts,
            conflict => conflict.Contains("declare it as Layer(\"db-master\", ...)", StringComparison.Ordinal));
        Assert.Contains(
            conflicts,
            conflict => conflict.Contains("there is no layer wbe: did you mean \"web\"?", StringComparison.Ordinal));
        Assert.Contains(
            conflicts, conflict => conflict.Contains("it needs at least one layer", StringComparison.Ordinal));
    }

    private static string Described(StackDifference difference) =>
        string.Join(", ", difference.Changes.SelectMany(
            change => change.Members.Select(member => MemberDescription.Of(change.Action, member))));
}
