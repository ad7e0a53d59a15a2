using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Commands that people type to manage a server.</summary>
[Collection(ServedPlane.Name)]
public sealed class NounTests(ServedPlane server)
{
    [Fact]
    public async Task A_stack_is_created_found_by_name_updated_and_deleted()
    {
        var name = $"shop-{Guid.NewGuid():N}"[..14];
        var id = (await server.RunAsync(
            "stack", "create", name, "--region", "local", "--use-custom-cookbooks",
            "--service-role-arn", "arn:aws:iam::1:role/s", "--default-instance-profile-arn", "arn:aws:iam::1:instance-profile/m",
            "--custom-cookbooks-source.type", "git", "--custom-cookbooks-source.url", "https://example.com/c.git"))
                .With(0).Out
                .Trim();

        (await server.RunAsync("stack", "list")).With(0).Says("NAME", "STACK ID", name, id);
        (await server.RunAsync("stack", "show", name)).With(0)
            .Says("StackId:", id, "CustomCookbooksSource.Url:", "https://example.com/c.git");
        (await server.RunAsync(
            "stack", "update", name, "--custom-json", """{"a":1}""", "--use-custom-cookbooks", "false")).With(0);
        var shownStack = (await server.RunAsync("stack", "show", id, "--json")).With(0).Json.GetProperty("Stacks")[0];
        Assert.Equal(
            ("""{"a":1}""", false),
            (shownStack.GetProperty("CustomJson").GetString(), shownStack.GetProperty("UseCustomCookbooks").GetBoolean()));
        (await server.RunAsync("stack", "delete", name, "--yes")).With(0);
        (await server.RunAsync("stack", "show", name)).With(2).Says($"there is no stack {name}");
    }

    [Fact]
    public async Task Layers_instances_and_apps_are_found_by_name_within_their_stack()
    {
        var (stack, id) = await server.CreateStackAsync();
        (await server.RunAsync(
            "layer",
            "create",
            "web",
            "--stack",
            stack,
            "--name",
            "Web",
            "--custom-recipes.setup",
            "nginx,base")).With(0);
        (await server.RunAsync(
            "instance",
            "create",
            "--stack",
            stack,
            "--layer",
            "web",
            "--instance-type",
            "small",
            "--hostname",
            "one")).With(0);
        (await server.RunAsync(
            "app", "create", "Site", "--stack", stack, "--type", "other", "--shortname", "site")).With(0);

        (await server.RunAsync("layer", "show", "web", "--stack", stack)).With(0)
            .Says("CustomRecipes.Setup:", "nginx, base");
        (await server.RunAsync("instance", "list", "--stack", stack, "--layer", "web")).With(0)
            .Says("one", "stopped", "small");
        (await server.RunAsync("instance", "list", "--stack", id)).With(0).Says("one");
        (await server.RunAsync("instance", "update", "one", "--stack", stack, "--instance-type", "large")).With(0);
        (await server.RunAsync("instance", "show", "one", "--stack", stack)).With(0).Says("large");
        (await server.RunAsync("app", "update", "site", "--stack", stack, "--name", "Shop")).With(0);
        (await server.RunAsync("app", "list", "--stack", stack)).With(0).Says("site", "Shop");
        (await server.RunAsync("stack", "summary", stack)).With(0).Says("LayersCount:", "InstancesCount.Stopped:");
        (await server.RunAsync("instance", "start", "two", "--stack", stack)).With(2)
            .Says("there is no instance two in that stack; existing: one");
        await server.CreateStackAsync();
        (await server.RunAsync("instance", "start", "one")).With(2).Says("--stack");
    }

    [Fact]
    public async Task A_list_with_more_pages_prints_the_token_of_the_next_page()
    {
        var (stack, id) = await server.CreateStackAsync();
        (await server.RunAsync("stack", "update", stack, "--custom-json", "{}")).With(0);

        var first = (await server.RunAsync("activity", "list", "--stack", stack, "--max-results", "1")).With(0)
            .Says("UpdateStack");
        var token = System.Text.RegularExpressions.Regex.Match(
            first.Error, "There are more items. To show them, add: --next-token (.*)").Groups[1].Value;
        var rest = (await server.RunAsync("activity", "list", "--stack", stack, "--next-token", token)).With(0);

        rest.Says("CreateStack", id).DoesNotSay("UpdateStack", "There are more items");
    }

    [Fact]
    public async Task A_name_shared_by_several_stacks_fails_and_lists_their_ids()
    {
        var (stack, first) = await server.CreateStackAsync();
        var other = await server.Plane.CreateStackAsync(stack);

        (await server.RunAsync("stack", "show", stack)).With(2).Says("several stacks", first, other);
    }

    [Fact]
    public async Task A_deployment_is_created_listed_and_waited_for()
    {
        var (stack, _) = await server.CreateStackAsync();

        var id = (await server.RunAsync(
            "deployment", "create", "--stack", stack, "--command", "execute_recipes", "--command.args", "recipes=base", "--wait"))
                .With(0).Out
                .Trim();

        (await server.RunAsync("deployment", "list", "--stack", stack)).With(0).Says(id, "execute_recipes", "COMMAND");
        (await server.RunAsync("deployment", "show", id, "--wait")).With(0).Says("Command.Args.recipes:");
        (await server.RunAsync("command", "list", "--deployment", id, "--wait")).With(0);
    }

    [Fact]
    public async Task Waiting_for_an_instance_ends_when_no_change_is_in_progress()
    {
        var (stack, id) = await server.CreateStackAsync();
        var instance = await server.Plane.CreateInstanceAsync(id, await server.Plane.CreateLayerAsync(id), "slow");
        await server.Plane.SetAsync(instance, InstanceStatus.SetupFailed);

        (await server.RunAsync("instance", "list", "--stack", stack, "--wait")).With(1).Says("setup_failed");
        (await server.RunAsync(
            "scaling", "set-load", "web", "--stack", stack, "--enable", "--up-scaling.instance-count", "2")).With(0);
        (await server.RunAsync("scaling", "show-load", "web", "--stack", stack)).With(0)
            .Says("UpScaling.InstanceCount:");
    }

    [Fact]
    public async Task Users_are_created_and_get_roles_permissions_and_keys()
    {
        var (stack, id) = await server.CreateStackAsync();
        var user = $"user-{Guid.NewGuid():N}"[..12];
        (await server.RunAsync("user", "create", user)).With(0).Says($"user/{user}");

        (await server.RunAsync("user", "role", user, "creator")).With(0);
        (await server.RunAsync("user", "roles", user)).With(0).Says("creator");
        (await server.RunAsync("user", "role", user, "king")).With(2).Says("one of", "admin");
        (await server.RunAsync("permission", "set", user, "deploy", "--stack", stack, "--allow-ssh")).With(0);
        (await server.RunAsync("permission", "list", user)).With(0).Says("deploy", id);
        var key = (await server.RunAsync("key", "create", user, "--json")).With(0).Json
            .GetProperty("AccessKeyId")
            .GetString()!;
        (await server.RunAsync("key", "disable", key)).With(0);
        Assert.True((await server.RunAsync("key", "list", user, "--json")).Json.GetProperty("AccessKeys")[0]
            .GetProperty("Disabled")
            .GetBoolean());
        (await server.RunAsync("key", "delete", key, "--yes")).With(0);
        (await server.RunAsync("user", "me")).With(0).Says("admin");
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_fails_with_the_error_code() =>
        (await server.RunAsync("tag", "list", "arn:nonsense")).With(1).Says("ResourceArn", "(ValidationException)");

    [Fact]
    public async Task A_name_that_does_not_exist_fails_before_the_change_is_requested() =>
        (await server.RunAsync("stack", "clone", "x")).With(2).Says("there is no stack x");

    [Fact]
    public async Task A_stack_can_be_created_with_its_name_alone()
    {
        var name = $"stack-{Guid.NewGuid():N}";
        (await server.RunAsync("stack", "create", name)).With(0);

        (await server.RunAsync("stack", "show", name)).With(0).Says("Region:", "local");
        (await server.RunAsync("instance", "create", "--stack", name)).With(2).Says("--layer is missing");
    }

    [Fact]
    public async Task The_api_verb_calls_any_operation_with_JSON()
    {
        await File.WriteAllTextAsync(
            server["request.json"], """{ "StackIds": [] }""", TestContext.Current.CancellationToken);

        (await server.RunAsync("api", "DescribeStacks", $"@{server["request.json"]}")).With(0).Says("\"Stacks\":");
        (await server.RunAsync("api")).With(0).Says("DescribeRaidArrays", "CreateToken");
        (await server.RunAsync("api", "describestacks")).With(2).Says("did you mean DescribeStacks?");
        (await server.RunAsync("api", "DescribeStacks", "{")).With(2).Says("not valid JSON");
    }
}
