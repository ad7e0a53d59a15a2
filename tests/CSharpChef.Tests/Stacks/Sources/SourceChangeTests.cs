using System.Text.Json.Nodes;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Sources;

/// <summary>Sources of stacks and apps as requests change them.</summary>
public sealed class SourceChangeTests : ServerTests
{
    private const string Filtered = "*****FILTERED*****";
    private const string Url = "https://geheim@example.com/shop.git?token=geheim";
    private const string FilteredUrl = $"https://{Filtered}@example.com/shop.git?{Filtered}";

    [Fact]
    public async Task Who_may_change_the_object_reads_the_URL_as_it_was_sent_and_others_read_it_filtered()
    {
        var (stack, app) = await CreateAsync(Url);
        var (shows, deploys, manages) =
            (await UserAsync("anna", stack, "show"), await UserAsync("dora", stack, "deploy"), await UserAsync("max", stack, "manage"));

        Assert.Equal(FilteredUrl, await AppUrlAsync(app, shows));
        Assert.Equal(Url, await AppUrlAsync(app, deploys));
        Assert.Equal(Url, await AppUrlAsync(app, manages));
        Assert.Equal(FilteredUrl, await StackUrlAsync(stack, shows));
        Assert.Equal(FilteredUrl, await StackUrlAsync(stack, deploys));
        Assert.Equal(Url, await StackUrlAsync(stack, manages));
        Assert.Equal(Url, await StackUrlAsync(stack, Server.Admin));
    }

    [Fact]
    public async Task User_part_and_query_of_a_URL_are_neither_in_the_store_nor_in_the_activity_log()
    {
        var (_, app) = await CreateAsync(Url);
        await UpdateAppAsync(app, new { Url = "https://geheim2@example.com/shop.git" });

        Assert.DoesNotContain("geheim", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", (await Server.CallAsync("DescribeActivity")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filtered_URL_that_is_sent_back_keeps_its_parts_also_with_another_path()
    {
        var (_, app) = await CreateAsync(Url);

        await UpdateAppAsync(app, new { Url = FilteredUrl });
        Assert.Equal(Url, await AppUrlAsync(app, Server.Admin));
        await UpdateAppAsync(app, new { Url = $"https://{Filtered}@example.com/other.git" });
        Assert.Equal("https://geheim@example.com/other.git", await AppUrlAsync(app, Server.Admin));
        Assert.Empty(await Server.WarningsAsync());
    }

    [Fact]
    public async Task A_filtered_URL_of_a_new_object_is_stored_without_its_parts_and_the_activity_log_says_so()
    {
        var (_, app) = await CreateAsync(FilteredUrl);

        Assert.Equal("https://example.com/shop.git", await AppUrlAsync(app, Server.Admin));
        Assert.Contains(
            "The filtered part of AppSource.Url was left out: no URL with that part is stored.",
            await Server.WarningsAsync());
    }

    [Fact]
    public async Task A_filtered_URL_that_is_sent_with_another_host_loses_its_parts_and_the_activity_log_says_so()
    {
        var (_, app) = await CreateAsync(Url);

        await UpdateAppAsync(app, new { Url = $"https://{Filtered}@evil.example/shop.git?{Filtered}" });

        Assert.Equal("https://evil.example/shop.git", await AppUrlAsync(app, Server.Admin));
        Assert.Contains(
            await Server.WarningsAsync(),
            warning => warning.StartsWith("The filtered part of AppSource.Url was removed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x/y.git", "ssh://github.com/x/y.git")]
    [InlineData("/srv/y.git", "ssh://github.com/srv/y.git")]
    [InlineData("~x/y?z.git", "ssh://github.com/~x/y%3Fz.git")]
    public async Task A_filtered_user_of_a_new_object_is_left_out_of_the_form_user_host_path_which_becomes_an_ssh_URL(
        string path, string stored)
    {
        var (stack, app) = await CreateAsync($"{Filtered}@github.com:{path}");

        Assert.Equal(stored, await AppUrlAsync(app, Server.Admin));
        Assert.Equal(stored, await StackUrlAsync(stack, Server.Admin));
        Assert.Contains(
            "The filtered part of AppSource.Url was left out: no URL with that part is stored.",
            await Server.WarningsAsync());
        await UpdateAppAsync(app, new { Url = $"{Filtered}@github.com:{path}" });
        Assert.Equal(stored, await AppUrlAsync(app, Server.Admin));
    }

    [Fact]
    public async Task A_filtered_user_of_the_form_user_host_path_is_kept_for_its_host_and_removed_for_another()
    {
        var (_, app) = await CreateAsync("git@github.com:x/y.git");

        await UpdateAppAsync(app, new { Url = $"{Filtered}@github.com:x/z.git" });
        Assert.Equal("git@github.com:x/z.git", await AppUrlAsync(app, Server.Admin));
        Assert.Empty(await Server.WarningsAsync());
        await UpdateAppAsync(app, new { Url = $"{Filtered}@gitlab.com:x/z.git" });

        Assert.Equal("ssh://gitlab.com/x/z.git", await AppUrlAsync(app, Server.Admin));
        Assert.Equal(
            "The filtered part of AppSource.Url was removed: it was given for another scheme, host or user name.",
            Assert.Single(await Server.WarningsAsync()));
    }

    [Theory]
    [InlineData("http://example.com/shop.git")]
    [InlineData("https://evil.example/shop.git")]
    [InlineData("https://mallory@example.com/shop.git")]
    public async Task A_kept_password_is_removed_when_scheme_host_or_user_name_change_and_the_activity_log_says_so(
        string url)
    {
        var (_, app) = await CreateAsync("https://example.com/shop.git", password: "geheim");

        await UpdateAppAsync(app, new { Url = url, Password = Filtered });

        Assert.Null((await AppAsync(app, Server.Admin))["AppSource"]!["Password"]);
        Assert.Equal(
            "AppSource.Password was removed: it was given for another scheme, host or user name of the URL.",
            Assert.Single(await Server.WarningsAsync()));
    }

    [Fact]
    public async Task A_password_that_is_sent_with_another_host_is_stored_for_it()
    {
        var (_, app) = await CreateAsync("https://example.com/shop.git", password: "geheim");

        await UpdateAppAsync(app, new { Url = "https://other.example/shop.git", Password = "neu" });

        Assert.Equal("neu", await PasswordAsync(app));
        Assert.Empty(await Server.WarningsAsync());
    }

    [Fact]
    public async Task Absent_members_of_a_source_keep_their_values_and_empty_ones_are_removed()
    {
        var (_, app) = await CreateAsync("https://example.com/shop.git", password: "geheim");

        await UpdateAppAsync(app, new { Revision = "main" });
        var source = (await AppAsync(app, Server.Admin))["AppSource"]!;
        Assert.Equal(("git", "main", Filtered), (Text(source, "Type"), Text(source, "Revision"), Text(source, "Password")));
        Assert.Equal("geheim", await PasswordAsync(app));

        await UpdateAppAsync(app, new { Revision = "", Password = "" });
        source = (await AppAsync(app, Server.Admin))["AppSource"]!;
        Assert.Equal(("git", null, null), (Text(source, "Type"), Text(source, "Revision"), Text(source, "Password")));
        Assert.Empty(await Server.WarningsAsync());

        await UpdateAppAsync(app, new { Url = "" });
        Assert.Null((await AppAsync(app, Server.Admin))["AppSource"]);
    }

    [Fact]
    public async Task An_SSH_key_of_any_form_is_stored_with_a_warning()
    {
        var (_, app) = await CreateAsync("git@example.com:shop.git");

        await UpdateAppAsync(app, new { SshKey = "PuTTY-User-Key-File-3\r\nnot PEM\n" });

        Assert.StartsWith(
            "AppSource.SshKey is not a private key in PEM format",
            Assert.Single(await Server.WarningsAsync()),
            StringComparison.Ordinal);
        Assert.Equal(Filtered, Text((await AppAsync(app, Server.Admin))["AppSource"]!, "SshKey"));
    }

    [Fact]
    public async Task An_app_may_have_the_source_type_other_without_a_URL_and_a_stack_may_not()
    {
        var stack = await Server.CreateStackAsync();
        var app = await Server.CallAsync(
            "CreateApp", new { StackId = stack, Name = "a", Type = "other", AppSource = new { Type = "other" } });

        var source = (await AppAsync(app["AppId"]!.GetValue<string>(), Server.Admin))["AppSource"]!;

        Assert.Equal("other", Text(source, "Type"));
        await RequireRefusalAsync(
            "AppSource.Type is 'cvs'; it must be one of git, svn, archive, s3, other",
            "CreateApp",
            new { StackId = stack, Name = "b", Type = "other", AppSource = new { Type = "cvs" } });
        await RequireRefusalAsync(
            "CustomCookbooksSource.Type is other, which is only for apps",
            "UpdateStack",
            new { StackId = stack, CustomCookbooksSource = new { Type = "other", Url = "https://example.com" } });
    }

    [Fact]
    public async Task A_clone_has_the_whole_URL_of_its_stack_and_its_apps()
    {
        var (stack, app) = await CreateAsync(Url);

        var clone = (await Server.CallAsync("CloneStack", new
        {
            SourceStackId = stack,
            ServiceRoleArn = "x",
            CloneAppIds = new[] { app },
        }))["StackId"]!.GetValue<string>();

        Assert.Equal(Url, await StackUrlAsync(clone, Server.Admin));
        var copy = (await Server.CallAsync("DescribeApps", new { StackId = clone }))["Apps"]![0]!;
        Assert.Equal(Url, copy["AppSource"]!["Url"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://localhost/shop.git")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("git@[::1]:shop.git")]
    public async Task A_source_on_a_local_host_is_refused_unless_the_server_names_the_host(string url)
    {
        var request = new { Name = "a", Type = "other", AppSource = new { Type = "git", Url = url } };

        Assert.Contains(
            "a loopback, link-local or multicast host: the server's operator can allow it with serve --allow-source-host",
            (await RefusalAsync(Server, request)).Message, StringComparison.Ordinal);
        await using var server = await TestPlane.StartAsync(facts: facts => facts with
        {
            Sources = new() { Hosts = ["LOCALHOST", "169.254.169.254", "::1"] },
        });
        await server.CallAsync(
            "CreateApp", new { StackId = await server.CreateStackAsync(), request.Name, request.Type, request.AppSource });
    }

    [Fact]
    public async Task A_folder_of_the_server_is_a_source_only_for_administrators_and_below_an_allowed_folder()
    {
        await using var server = await TestPlane.StartAsync(
            facts: facts => facts with { Sources = new() { Folders = ["/srv/sources"] } });
        var stack = await server.CreateStackAsync();
        var manager = await server.CreateUserAsync("max");
        await server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = manager.UserArn, Level = "manage" });

        foreach (var url in new[] { "/srv/sources/shop", "file:///srv/sources/shop" })
        {
            var refusal = await server.RequireRefusalAsync("UpdateStack", Change(stack, url), manager);
            Assert.Contains("only administrators", refusal.Message, StringComparison.Ordinal);
            await server.CallAsync("UpdateStack", Change(stack, url));
            await server.CallAsync("UpdateStack", Change(stack, url), manager);
        }

        foreach (var url in new[] { "/etc", "file:///srv/sources/%2e%2e/x", "/srv/sources/../x", "/srv/sources2" })
        {
            var refusal = await server.RequireRefusalAsync("UpdateStack", Change(stack, url));
            Assert.Contains("--source-folder", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static object Change(string stack, string url) =>
        new { StackId = stack, CustomCookbooksSource = new { Type = "git", Url = url } };

    private static async Task<OperationException> RefusalAsync(TestPlane server, object request)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(request)!.AsObject();
        body["StackId"] = await server.CreateStackAsync();
        return await server.RequireRefusalAsync("CreateApp", body.ToJsonString());
    }

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    [Fact]
    public async Task A_URL_that_stays_is_refused_when_the_new_type_of_its_source_has_no_such_URLs()
    {
        var (_, app) = await CreateAsync("ssh://git@example.com/shop.git");

        await RequireRefusalAsync(
            "AppSource.Url", "UpdateApp", new { AppId = app, AppSource = new { Type = "archive" } });
    }

    private async Task<(string Stack, string App)> CreateAsync(string url, string? password = null)
    {
        var stack = await Server.CreateStackAsync();
        var source = new { Type = "git", Url = url, Password = password };
        await Server.CallAsync("UpdateStack", new { StackId = stack, CustomCookbooksSource = source });
        var app = await Server.CallAsync(
            "CreateApp", new { StackId = stack, Name = "shop", Type = "other", AppSource = source });
        return (stack, Text(app, "AppId")!);
    }

    private async Task<Caller> UserAsync(string name, string stack, string level)
    {
        var user = await Server.CreateUserAsync(name);
        await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = user.UserArn, Level = level });
        return user;
    }

    private Task<JsonNode> UpdateAppAsync(string app, object source) =>
        Server.CallAsync("UpdateApp", new { AppId = app, AppSource = source });

    private async Task<JsonNode> AppAsync(string app, Caller caller) =>
        (await Server.CallAsync("DescribeApps", new { AppIds = new[] { app } }, caller))["Apps"]![0]!;

    private async Task<string?> AppUrlAsync(string app, Caller caller) =>
        Text((await AppAsync(app, caller))["AppSource"]!, "Url");

    private async Task<string?> StackUrlAsync(string stack, Caller caller) => Text(
        (await Server.CallAsync("DescribeStacks", new { StackIds = new[] { stack } }, caller))["Stacks"]![0]!["CustomCookbooksSource"]!,
        "Url");

    private Task<string> PasswordAsync(string app) => Server.Plane.Store.ReadAsync(
        async session =>
        {
            var stored = (await session.FindAsync<App>(app))!;
            return await session.RevealAsync(stored, stored.AppSource!.Password!);
        },
        Ct);
}
