using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Apply;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Export;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Apps;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Client.Apply;

/// <summary>Stacks that are applied to a real control plane.</summary>
[WholeSuite]
public sealed class StackApplyTests : IAsyncLifetime
{
    private const string Token = "very-secret-token";
    private readonly string folder = TemporaryFolder.Create("csharpchef-apply-");
    private StackServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await StackServer.StartAsync();
        await server.Plane.CreateUserAsync("alice");
        Environment.SetEnvironmentVariable("SHOP_APPLY_TOKEN", Token);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_of_several_stacks_reads_stacks_and_users_once()
    {
        var calls = new List<string>();
        var file = Path.Combine(folder, "two.csx");
        File.WriteAllText(file, "Stack(\"one\");\nStack(\"two\");\n");
        var plan = new StackPlan(
            (operation, request, ct) =>
            {
                calls.Add(operation);
                return server.CallAsync(operation, request, ct);
            },
            new DifferenceOptions());

        await plan.ReadAsync(
            await new StackFile(file, null).ReadAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);

        Assert.Equal(["DescribeStacks", "DescribeUserProfiles"], calls);
        Assert.Equal(["one", "two"], plan.Differences.Select(difference => difference.Stack));
    }

    [Fact]
    public async Task A_file_applied_twice_changes_nothing_and_its_export_creates_the_same_stack_on_another_server()
    {
        var (certificate, key) = TestCertificatePem();
        File.WriteAllText(Path.Combine(folder, "shop.pem"), certificate);
        File.WriteAllText(Path.Combine(folder, "shop.key"), key);
        Environment.SetEnvironmentVariable("SHOP_PRIVATE_KEY", key);
        var declared = await ReadAsync("shop.csx", Whole);

        var first = await server.ApplyAsync(declared);
        var calls = server.Changes.Count;
        var second = await server.ApplyAsync(declared, new DifferenceOptions(Prune: true));
        var text = await server.ExportAsync("shop");

        Assert.Equal(8, first.Count(PartAction.Add));
        Assert.Empty(second.Changes);
        Assert.Equal(calls, server.Changes.Count);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain("FILTERED", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AllowSudo", text, StringComparison.Ordinal);
        Assert.Contains("i.Hours(8..20, DayOfWeek.Monday, DayOfWeek.Friday);", text, StringComparison.Ordinal);
        var exported = await ReadAsync("export.csx", text);
        Assert.Empty((await server.PlanAsync(exported, new DifferenceOptions(Prune: true))).Changes);
        await using var other = await StackServer.StartAsync();
        await other.Plane.CreateUserAsync("alice");
        Array.ForEach(
            ["SHOP_TOKEN", "SHOP_PASSWORD", "DB_MASTER_MYSQL_ROOT_PASSWORD"],
            name => Environment.SetEnvironmentVariable(name, Token));
        await other.ApplyAsync(exported);
        Assert.Equal(text, await other.ExportAsync("shop"));
        Assert.Empty((await other.PlanAsync(declared, new DifferenceOptions(Prune: true))).Changes);
    }

    [Fact]
    public async Task An_exported_stack_has_no_user_part_and_no_query_of_a_source_URL_and_changes_nothing_when_applied()
    {
        await server.ApplyAsync(DeclaredStacks.One(file =>
        {
            file.Stack("shop", s => s.Cookbooks = StackContext.Git($"https://{Token}@example.com/c.git"));
            file.App("shop", a => a.Source = StackContext.Archive($"https://example.com/a.tgz?key={Token}"));
            file.App("data", a => a.Source = StackContext.Other());
        }));

        var text = await server.ExportAsync("shop");

        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        Assert.Contains("Git(\"https://*****FILTERED*****@example.com/c.git\")", text, StringComparison.Ordinal);
        Assert.Contains("Other(\"\")", text, StringComparison.Ordinal);
        Assert.Empty((await server.PlanAsync(await ReadAsync("export.csx", text), new DifferenceOptions(Prune: true))).Changes);
    }

    [Fact]
    public async Task An_exported_stack_with_a_user_part_in_a_source_URL_can_be_applied_to_another_stack()
    {
        await server.ApplyAsync(DeclaredStacks.One(file =>
        {
            file.Stack("shop", s => s.Cookbooks = StackContext.Git($"https://{Token}@example.com/c.git"));
            file.App("shop", a => a.Source = StackContext.Git("git@github.com:x/y.git"));
        }));
        var text = (await server.ExportAsync("shop")).Replace("\"shop\"", "\"copy\"", StringComparison.Ordinal);

        var copy = await ReadAsync("copy.csx", text);
        await server.ApplyAsync(copy);

        var exported = await server.ExportAsync("copy");
        Assert.Contains("Git(\"https://example.com/c.git\")", exported, StringComparison.Ordinal);
        Assert.Contains("Git(\"ssh://github.com/x/y.git\")", exported, StringComparison.Ordinal);
        Assert.Empty((await server.PlanAsync(copy, new DifferenceOptions(Prune: true))).Changes);
        Assert.Empty((await server.PlanAsync(
            await ReadAsync("export.csx", exported), new DifferenceOptions(Prune: true))).Changes);
    }

    [Fact, WholeSuite]
    public async Task After_any_edit_is_applied_a_second_plan_has_no_changes()
    {
        var random = new Random(1742);
        for (var round = 0; round < 8; round++)
        {
            var declared = DeclaredStacks.One(file => RandomStack.Declare(file, random));
            await server.ApplyAsync(declared, new DifferenceOptions(Prune: true));

            var secondPlan = await server.PlanAsync(declared, new DifferenceOptions(Prune: true));

            Assert.True(secondPlan.Changes.Count == 0, $"round {round}: {DifferenceText.Of(secondPlan)}");
            Assert.Empty(secondPlan.NotInFile);
        }
    }

    [Fact]
    public async Task An_apply_that_fails_midway_lists_what_was_done_and_the_next_apply_continues()
    {
        var declared = DeclaredStacks.One(file =>
        {
            file.Stack("shop");
            file.Layer("web");
            file.App("shop");
            file.Instance("web1", i => i.Layers("web"));
        });
        server.Breaks = operation => operation == "CreateApp";

        var failed = await Assert.ThrowsAsync<ApplyException>(() => server.ApplyAsync(declared));
        server.Breaks = _ => false;
        var secondApply = await server.ApplyAsync(declared);

        Assert.Contains(
            "done: stack shop, layer web\nnot done: app shop, instance web1", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1, failed.ExitCode);
        Assert.Equal(["app shop", "instance web1"], secondApply.Changes.Select(change => change.ToString()));
    }

    [Fact]
    public async Task A_missing_secret_fails_the_apply_before_any_change()
    {
        var declared = DeclaredStacks.One(file =>
        {
            file.Stack("shop");
            file.App("shop", a => a.SecureEnvironment["TOKEN"] = StackContext.Secret("SHOP_IS_NOT_SET"));
            file.App("blog", a => a.SecureEnvironment["TOKEN"] = StackContext.Secret("SHOP_IS_NOT_SET_EITHER"));
        });

        var refused = await Assert.ThrowsAsync<RecipeException>(() => server.ApplyAsync(declared));

        Assert.Contains("no variable SHOP_IS_NOT_SET,", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no variable SHOP_IS_NOT_SET_EITHER,", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Changes);
    }

    [Fact]
    public async Task Secrets_appear_in_no_text_and_no_JSON_of_a_difference()
    {
        var declared = DeclaredStacks.One(file =>
        {
            file.Stack("shop", s => s.Cookbooks = StackContext.Git(
                "https://example.com/c.git", username: "bob", password: StackContext.Secret("SHOP_APPLY_TOKEN")));
            file.App("shop", a => a.SecureEnvironment["DB"] = StackContext.Secret("SHOP_APPLY_TOKEN")
                .With(word => $"postgres://x:{word}@db"));
        });

        var output = DifferenceText.Of(await server.ApplyAsync(declared)) + DifferenceText.Of(
            await server.ApplyAsync(declared, new(ReplaceSecrets: true)))
            + DifferenceJson.Of("", [await server.PlanAsync(declared, new(ReplaceSecrets: true))]);

        Assert.DoesNotContain(Token, output, StringComparison.Ordinal);
        Assert.Contains("(secret)", output, StringComparison.Ordinal);
        Assert.Equal($"postgres://x:{Token}@db", await StoredAsync("shop", "DB"));
    }

    [Fact]
    public async Task Two_stacks_with_the_same_name_are_distinguished_by_id()
    {
        var (first, other) = (await server.Plane.CreateStackAsync("shop"), await server.Plane.CreateStackAsync("shop"));

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => server.PlanAsync(DeclaredStacks.One(file => file.Stack("shop"))));
        var chosen = await server.PlanAsync(DeclaredStacks.One(file => file.Stack("shop", s => s.Id = other)));

        Assert.Contains(first, refused.Message, StringComparison.Ordinal);
        Assert.Contains(other, refused.Message, StringComparison.Ordinal);
        Assert.Empty(chosen.Changes);
    }

    [Fact]
    public async Task Plan_and_export_name_the_members_that_are_unknown_to_the_client()
    {
        var declared = DeclaredStacks.One(file =>
        {
            file.Stack("shop");
            file.Layer("web");
        });
        await server.ApplyAsync(declared);
        var plan = new StackPlan(NewerServerAsync, new DifferenceOptions());

        await plan.ReadAsync([declared], TestContext.Current.CancellationToken);
        var export = await StackExport.ReadAsync("shop", NewerServerAsync, TestContext.Current.CancellationToken);

        Assert.Equal(["layer web: Color"], plan.Differences.Single().UnknownMembers);
        Assert.Equal(["layer web: Color"], export.UnknownMembers);
    }

    private async Task<JsonObject> NewerServerAsync(string operation, JsonObject request, CancellationToken ct)
    {
        var answer = await server.CallAsync(operation, request, ct);
        if (operation == "DescribeLayers")
        {
            answer["Layers"]![0]!["Color"] = "red";
        }

        return answer;
    }

    private const string Whole = """"
        Stack("shop", s =>
        {
            s.DefaultOs = "Debian 13";
            s.Cookbooks = Git("https://example.com/cookbooks.git", revision: "main");
            s.CustomJson = new { motd = "it's \"héllo\"", list = new[] { 1, 2 }, none = (string?)null };
            s.Color = "rgb(45, 114, 184)";
            s.Tags["team"] = "web";
            s.Set("UseOpsworksSecurityGroups", false);
        });

        Layer("web", l =>
        {
            l.Name = "Web servers";
            l.Setup("nginx", "base::users");
            l.Configure("nginx::configure");
            l.Packages("curl", "jq");
            l.EnableAutoHealing = false;
            l.ShutdownTimeout = TimeSpan.FromMinutes(5);
            l.Volume("/vol/data", size: 20, type: "gp2");
            l.Tags["tier"] = "front";
            l.LoadBasedScaling.Enable = true;
            l.LoadBasedScaling.Up.Cpu = 70.5;
            l.CustomJson = Json("""{ "nginx": { "port": 81 } }""");
        });
        Layer("db-master", l =>
        {
            l.Type = "db-master";
            l.Attributes["MysqlRootPasswordUbiquitous"] = "true";
            l.SecretAttributes["MysqlRootPassword"] = Secret("SHOP_APPLY_TOKEN");
        });

        foreach (var number in Enumerable.Range(1, 2))
        {
            Instance($"web{number}", i =>
            {
                i.Layers("web", "db-master");
                i.Type = "large";
                i.Hours(8..20, DayOfWeek.Monday, DayOfWeek.Friday);
                i.Hours(22..);
            });
        }

        App("shop", a =>
        {
            a.Name = "The shop";
            a.Source = Git("https://example.com/shop.git", username: "bob", password: Secret("SHOP_APPLY_TOKEN"));
            a.Domains("shop.example.com");
            a.Layers("web");
            a.Environment["MODE"] = "live";
            a.SecureEnvironment["TOKEN"] = Secret("SHOP_APPLY_TOKEN");
            a.Certificate = TextFile("shop.pem");
            a.PrivateKey = SecretFile("shop.key");
        });
        App("plain");
        Permission("alice", p => { p.Level = "deploy"; p.AllowSsh = true; });
        """";

    private async Task<StackDeclaration> ReadAsync(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return (await new StackFile(Path.Combine(folder, name), DiskCache.Default()).ReadAsync(
            TestContext.Current.CancellationToken)).Single();
    }

    private async Task<string?> StoredAsync(string app, string key)
    {
        var stack = (await server.Plane.CallAsync("DescribeStacks"))["Stacks"]![0]!["StackId"]!.GetValue<string>();
        return await server.Plane.Plane.Store.ReadAsync(
            async session =>
            {
                var found = (await session.ListAsync<App>(stack)).Single(candidate => candidate.Shortname == app);
                return await session.RevealAsync(found, found.SecretEnvironment[key]);
            },
            default);
    }

    private static (string Certificate, string Key) TestCertificatePem()
    {
        using var key =
            System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=shop", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var certificate =
            request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
