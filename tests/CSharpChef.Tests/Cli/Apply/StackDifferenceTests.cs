using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;
using CSharpChef.Recipes;
using static CSharpChef.Tests.Cli.Apply.DeclaredStacks;

namespace CSharpChef.Tests.Cli.Apply;

/// <summary>What a file asks for, beside what there is.</summary>
public sealed class StackDifferenceTests
{
    private const string Hidden = SecretText.Filtered;

    [Fact]
    public void All_of_a_new_stack_is_added_in_the_order_in_which_it_can_be_made()
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
    public void Only_what_is_declared_is_compared(string actual, string told) =>
        Assert.Equal(told, Told(Difference(
            file => file.Layer("web", l => l.Name = "Web"), ServerHas(Actual(PartKind.Layer, "web", actual)))));

    [Theory]
    [InlineData("""["a", "b"]""", "")]
    [InlineData("""["b", "a"]""", "CustomRecipes.Setup [\"b\",\"a\"] -> [\"a\",\"b\"]")]
    public void Lists_replace_and_their_order_counts(string setup, string told) => Assert.Equal(told, Told(Difference(
        file => file.Layer("web", l => l.Setup("a", "b")),
        ServerHas(
            Actual(PartKind.Layer, "web", $$$"""{ "CustomRecipes": { "Setup": {{{setup}}}, "Deploy": ["c"] } }""")))));

    [Fact]
    public void Custom_json_is_a_whole_whatever_the_order_of_its_keys()
    {
        StackDifference With(string json) => StackDifference.Of(
            Of(file => file.Stack("shop", s => s.CustomJson = new { a = 1, b = new { c = "x" } })),
            new ActualStack([Actual(PartKind.Stack, "shop", $$"""{ "CustomJson": {{json}} }""")]),
            new DifferenceOptions());

        Assert.Equal("", Told(With("""{ "b": { "c": "x" }, "a": 1.0 }""")));
        Assert.Equal(
            "CustomJson.b.c \"y\" -> \"x\", CustomJson.d 2 -> nothing",
            Told(With("""{ "b": { "c": "y" }, "a": 1, "d": 2 }""")));
    }

    [Fact]
    public void Entries_of_maps_that_only_the_server_has_stay_unless_pruned()
    {
        var actual = ServerHas(Actual(PartKind.App, "shop", """{ "Environment": { "MODE": "test", "OLD": "1" } }"""));
        void File(StackContext file) => file.App("shop", a => a.Environment["MODE"] = "live");

        var (kept, pruned) = (Difference(File, actual), Difference(File, actual, prune: true));

        Assert.Equal("Environment.MODE \"test\" -> \"live\"", Told(kept));
        Assert.Equal(["app shop: Environment.OLD"], kept.NotInFile);
        Assert.Equal("""{"Environment":{"MODE":"live","OLD":"1"}}""", kept.Changes.Single().Wanted.ToJsonString());
        Assert.Equal("Environment.MODE \"test\" -> \"live\", Environment.OLD \"1\" -> nothing", Told(pruned));
        Assert.Equal("""{"Environment":{"MODE":"live"}}""", pruned.Changes.Single().Wanted.ToJsonString());
    }

    [Fact]
    public void A_variable_without_a_text_is_one() => Assert.Equal(
        "Environment.EMPTY nothing -> \"\"",
        Told(Difference(
            file => file.App("shop", a => a.Environment["EMPTY"] = ""),
            ServerHas(Actual(PartKind.App, "shop", """{ "Environment": {} }""")))));

    [Fact]
    public void A_stack_that_is_chosen_by_its_id_may_get_another_name() =>
        Assert.Equal("Name \"shop\" -> \"store\"", Told(StackDifference.Of(
        Of(file => file.Stack("store", s => s.Id = "id-shop")), new ActualStack(
            [Actual(PartKind.Stack, "shop", """{ "Name": "shop" }""")]), new())));

    [Fact]
    public void Secrets_and_keys_that_are_missing_or_said_twice_are_told_with_their_place()
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
    public void A_secret_that_the_server_has_is_taken_as_the_same_and_counted()
    {
        var actual = ServerHas(Actual(PartKind.App, "shop", $$"""{ "Environment": { "TOKEN": "{{Hidden}}" } }"""));
        void File(StackContext file) =>
            file.App("shop", a => a.SecureEnvironment["TOKEN"] = StackContext.Secret("NOWHERE"));

        var (kept, replaced) = (Difference(File, actual), Difference(File, actual, replaceSecrets: true));

        Assert.Empty(kept.Changes);
        Assert.Equal(1, kept.KeptSecrets);
        Assert.Equal("Environment.TOKEN (secret) sent again", Told(replaced));
        Assert.Equal(["Environment.TOKEN"], replaced.Changes.Single().Secrets.Keys);
    }

    [Fact]
    public void A_variable_that_becomes_secret_is_a_change_and_so_is_one_that_becomes_none()
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

        Assert.Equal("Environment.B (secret) -> \"open\", Environment.A \"open\" -> (secret)", Told(difference));
    }

    [Fact]
    public void A_new_certificate_brings_its_key()
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

    [Fact]
    public void What_only_the_server_has_is_named_and_pruned_last_first()
    {
        var actual = ServerHas(
            Actual(PartKind.Layer, "old"), Actual(PartKind.App, "gone"), Actual(PartKind.Instance, "web9"), Actual(
                PartKind.Permission, "arn:aws:iam::1:user/bob"));

        var (kept, pruned) = (Difference(_ => { }, actual), Difference(_ => { }, actual, prune: true));

        Assert.Empty(kept.Changes);
        Assert.Equal(["permission bob", "instance web9", "app gone", "layer old"], kept.NotInFile);
        Assert.Equal(kept.NotInFile, pruned.Changes.Select(change => change.ToString()));
        Assert.All(pruned.Changes, change => Assert.Equal(PartAction.Remove, change.Action));
    }

    [Fact]
    public void A_user_is_found_by_name_or_arn()
    {
        var actual = ServerHas(Actual(PartKind.Permission, "arn:1:user/alice", """{ "Level": "show" }""")) with
        {
            Users = new Dictionary<string, string> { ["Alice"] = "arn:1:user/alice" },
        };

        Assert.All(new[] { "Alice", "alice", "arn:1:user/alice" }, user =>
            Assert.Equal(
                "Level \"show\" -> \"deploy\"",
                Told(Difference(file => file.Permission(user, p => p.Level = "deploy"), actual))));
        Assert.Contains(
            "no such user",
            Assert.Single(Difference(file => file.Permission("carol"), actual).Conflicts),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_that_no_call_names_are_off()
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
    public void A_machine_that_runs_cannot_be_changed(string status, string? told)
    {
        var actual = ServerHas(
            Actual(PartKind.Layer, "web"),
            Actual(PartKind.Instance, "web1", """{ "InstanceType": "small" }""") with { Status = status });

        var difference = Difference(file => file.Instance("web1", i => i.Type = "large"), actual);

        Assert.Equal(told is null, difference.Conflicts.Count == 0);
        Assert.All(difference.Conflicts, conflict => Assert.Contains(told!, conflict, StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_that_runs_is_not_pruned_nor_is_one_that_is_registered()
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
    public void What_cannot_be_is_told_with_its_place_before_anything_is_done()
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
            conflicts, conflict => conflict.Contains("it needs one layer at least", StringComparison.Ordinal));
    }

    private static string Told(StackDifference difference) =>
        string.Join(", ", difference.Changes.SelectMany(
            change => change.Members.Select(member => MemberText.Of(change.Action, member))));
}
