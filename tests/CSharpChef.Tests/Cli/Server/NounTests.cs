using System.Text.Json.Nodes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport;
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
                .Exits(0).Out
                .Trim();

        (await server.RunAsync("stack", "list")).Exits(0).Prints("NAME", "STACK ID", name, id);
        (await server.RunAsync("stack", "show", name)).Exits(0)
            .Prints("StackId:", id, "CustomCookbooksSource.Url:", "https://example.com/c.git");
        (await server.RunAsync(
            "stack", "update", name, "--custom-json", """{"a":1}""", "--use-custom-cookbooks", "false")).Exits(0);
        var stack = (await server.RunAsync("stack", "show", id, "--json")).Exits(0).Json.GetProperty("Stacks")[0];
        Assert.Equal(
            ("""{"a":1}""", false),
            (stack.GetProperty("CustomJson").GetString(), stack.GetProperty("UseCustomCookbooks").GetBoolean()));
        (await server.RunAsync("stack", "delete", name, "--yes")).Exits(0);
        (await server.RunAsync("stack", "show", name)).Exits(2).Prints($"there is no stack {name}");
    }

    [Fact]
    public async Task The_ssh_key_of_a_stack_is_printed_as_one_line_of_authorized_keys()
    {
        var (stack, id) = await server.CreateStackAsync();

        var line = (await server.RunAsync("stack", "ssh-key", stack)).Exits(0).Out;
        var json = (await server.RunAsync("stack", "ssh-key", id, "--json")).Exits(0).Json;

        Assert.Matches($"^ssh-ed25519 [A-Za-z0-9+/]{{68}} csharpchef stack {stack}\n$", line);
        Assert.Equal(line.TrimEnd(), json.GetProperty("PublicKey").GetString());
        Assert.StartsWith("SHA256:", json.GetProperty("Fingerprint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_a_stack_is_set_listed_without_its_value_and_deleted()
    {
        var (stack, _) = await server.CreateStackAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "hush hush\n", TestContext.Current.CancellationToken);

        (await server.RunAsync("stack", "secret", "set", stack, "DB_PASSWORD", "--value", $"@{file}")).Exits(0);
        (await server.RunAsync("stack", "secret", "set", stack, "OTHER", "--value", "hush hush")).Exits(2);
        var list = (await server.RunAsync("stack", "secret", "list", stack)).Exits(0).Prints("NAME", "DB_PASSWORD").Out;
        (await server.RunAsync("stack", "secret", "delete", stack, "DB_PASSWORD", "--yes")).Exits(0);
        var rest = (await server.RunAsync("stack", "secret", "list", stack)).Exits(0).Out;

        File.Delete(file);
        Assert.DoesNotContain("hush", list, StringComparison.Ordinal);
        Assert.DoesNotContain("OTHER", list, StringComparison.Ordinal);
        Assert.DoesNotContain("DB_PASSWORD", rest, StringComparison.Ordinal);
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
            "nginx,base")).Exits(0);
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
            "one")).Exits(0);
        (await server.RunAsync(
            "app", "create", "Site", "--stack", stack, "--type", "other", "--shortname", "site", "--app-source.type", "other"))
            .Exits(0);

        (await server.RunAsync("layer", "show", "web", "--stack", stack)).Exits(0)
            .Prints("CustomRecipes.Setup:", "nginx, base");
        (await server.RunAsync("instance", "list", "--stack", stack, "--layer", "web")).Exits(0)
            .Prints("one", "stopped", "small");
        (await server.RunAsync("instance", "list", "--stack", id)).Exits(0).Prints("one");
        (await server.RunAsync("instance", "update", "one", "--stack", stack, "--instance-type", "large")).Exits(0);
        (await server.RunAsync("instance", "show", "one", "--stack", stack)).Exits(0).Prints("large");
        (await server.RunAsync("app", "update", "site", "--stack", stack, "--name", "Shop")).Exits(0);
        (await server.RunAsync("app", "list", "--stack", stack)).Exits(0).Prints("site", "Shop");
        (await server.RunAsync("stack", "summary", stack)).Exits(0).Prints("LayersCount:", "InstancesCount.Stopped:");
        (await server.RunAsync("instance", "reboot", "two", "--stack", stack)).Exits(2)
            .Prints("there is no instance two in that stack: choose from one");
        await server.CreateStackAsync();
        (await server.RunAsync("instance", "reboot", "one")).Exits(2).Prints("--stack");
    }

    [Fact]
    public async Task A_list_with_more_pages_prints_the_token_of_the_next_page()
    {
        var (stack, id) = await server.CreateStackAsync();
        (await server.RunAsync("stack", "update", stack, "--custom-json", "{}")).Exits(0);

        var first = (await server.RunAsync("activity", "list", "--stack", stack, "--max-results", "1")).Exits(0)
            .Prints("UpdateStack");
        var token = System.Text.RegularExpressions.Regex.Match(
            first.Error, "There are more items. To show them, add: --next-token (.*)").Groups[1].Value;
        var nextPage = (await server.RunAsync("activity", "list", "--stack", stack, "--next-token", token)).Exits(0);

        nextPage.Prints("CreateStack", id).DoesNotPrint("UpdateStack", "There are more items");
    }

    [Fact]
    public async Task The_activity_is_listed_with_its_warnings_and_shown_with_the_values_of_each_change()
    {
        var (stack, _) = await server.CreateStackAsync();
        (await server.RunAsync("stack", "update", stack, "--default-os", "Debian 99")).Exits(0);
        string[] last = ["--stack", stack, "--max-results", "1"];

        (await server.RunAsync(["activity", "list", .. last])).Exits(0)
            .Prints("UpdateStack", "DefaultOs is 'Debian 99', which is not the name or id of a known operating system");
        (await server.RunAsync(["activity", "show", .. last])).Exits(0).Prints(
            "Changes[0].Kind: ", "Changes[0].After: ", """{"DefaultOs":"Debian 99"}""", "Changes[0].Warnings: ");
    }

    [Fact]
    public async Task A_name_shared_by_several_stacks_fails_and_lists_their_ids()
    {
        var (stack, id) = await server.CreateStackAsync();
        var other = await server.Plane.CreateStackAsync(stack);

        (await server.RunAsync("stack", "show", stack)).Exits(2).Prints("several stacks", id, other);
    }

    [Fact]
    public async Task A_deployment_is_created_listed_and_waited_for()
    {
        var (stack, stackId) = await server.CreateStackAsync();
        var instance = await server.Plane.CreateInstanceAsync(stackId, await server.Plane.CreateLayerAsync(stackId));
        await server.Plane.SetAsync(instance, InstanceStatus.Online);

        var id = (await server.RunAsync(
            "deployment", "create", "--stack", stack, "--command", "execute_recipes", "--command.args", "recipes=base"))
                .Exits(0).Out
                .Trim();
        await server.Plane.FinishAsync(id, CommandStatus.Successful);

        (await server.RunAsync("deployment", "list", "--stack", stack)).Exits(0).Prints(id, "execute_recipes", "COMMAND");
        (await server.RunAsync("deployment", "show", id, "--wait")).Exits(0).Prints("Command.Args.recipes:");
        (await server.RunAsync("command", "list", "--deployment", id)).Exits(0).Prints("execute_recipes");
    }

    [Fact]
    public async Task A_wait_for_a_deployment_prints_its_statuses_and_ends_with_it()
    {
        var (stack, id) = await server.CreateStackAsync();
        var instance = await server.Plane.CreateInstanceAsync(id, await server.Plane.CreateLayerAsync(id));
        await server.Plane.SetAsync(instance, InstanceStatus.Online);
        var deployment = (await server.RunAsync("deployment", "create", "--stack", stack, "--command", "setup"))
            .Exits(0).Out.Trim();

        var wait = server.RunAsync("deployment", "show", deployment, "--wait");
        await server.Plane.FinishAsync(deployment, CommandStatus.Failed);

        (await wait).Exits(1).Prints($"{deployment}: failed");
    }

    [Fact]
    public async Task An_event_is_triggered_on_the_instances_of_a_layer()
    {
        var (stack, id) = await server.CreateStackAsync();
        var web = await server.Plane.CreateInstanceAsync(id, await server.Plane.CreateLayerAsync(id));
        var db = await server.Plane.CreateInstanceAsync(id, await server.Plane.CreateLayerAsync(id, "db"));
        await server.Plane.SetAsync(web, InstanceStatus.Online);
        await server.Plane.SetAsync(db, InstanceStatus.Online);

        var wait = server.RunAsync("event", "trigger", "configure", "--layer", "web", "--stack", stack, "--watch");
        var deployment = await DeploymentAsync(id);
        await server.Plane.FinishAsync(deployment["DeploymentId"]!.GetValue<string>(), CommandStatus.Successful);

        (await wait).Exits(0).Prints("successful");
        Assert.Equal(
            ("configure", web),
            (deployment["Command"]!["Name"]!.GetValue<string>(), deployment["InstanceIds"]![0]!.GetValue<string>()));
        Assert.Single(deployment["InstanceIds"]!.AsArray());
    }

    [Fact]
    public async Task Waiting_for_an_instance_ends_when_no_change_is_in_progress()
    {
        var (stack, id) = await server.CreateStackAsync();
        var instance = await server.Plane.CreateInstanceAsync(id, await server.Plane.CreateLayerAsync(id), "slow");
        await server.Plane.SetAsync(instance, InstanceStatus.SetupFailed);

        (await server.RunAsync("instance", "list", "--stack", stack, "--wait")).Exits(1).Prints("setup_failed");
        (await server.RunAsync(
            "scaling", "set-load", "web", "--stack", stack, "--enable", "--up-scaling.instance-count", "2")).Exits(0);
        (await server.RunAsync("scaling", "show-load", "web", "--stack", stack)).Exits(0)
            .Prints("UpScaling.InstanceCount:");
    }

    [Fact]
    public async Task Users_are_created_and_get_roles_permissions_and_keys()
    {
        var (stack, id) = await server.CreateStackAsync();
        var user = $"user-{Guid.NewGuid():N}"[..12];
        var arn = (await server.RunAsync("user", "create", user, "--json")).Exits(0).Json
            .GetProperty("IamUserArn")
            .GetString()!;
        Assert.EndsWith($"user/{user}", arn, StringComparison.Ordinal);

        (await server.RunAsync("user", "role", user, "creator")).Exits(0);
        (await server.RunAsync("user", "roles", user)).Exits(0).Prints("creator");
        (await server.RunAsync("user", "role", user, "king")).Exits(2).Prints("one of", "admin");
        (await server.RunAsync("permission", "set", user, "deploy", "--stack", stack, "--allow-ssh")).Exits(0);
        (await server.RunAsync("permission", "list", user)).Exits(0).Prints("deploy", id);
        (await server.RunAsync("key", "create", user)).Exits(1).Prints("A token cannot create access keys");
        var key = (await server.Plane.CallAsync("CreateAccessKey", new { IamUserArn = arn }))["AccessKeyId"]!
            .GetValue<string>();
        (await server.RunAsync("key", "disable", key)).Exits(0);
        Assert.True((await server.RunAsync("key", "list", user, "--json")).Json.GetProperty("AccessKeys")[0]
            .GetProperty("Disabled")
            .GetBoolean());
        (await server.RunAsync("key", "delete", key, "--yes")).Exits(0);
        (await server.RunAsync("user", "me")).Exits(0).Prints("admin");
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_fails_with_the_error_code() =>
        (await server.RunAsync("tag", "list", "arn:nonsense")).Exits(1).Prints("ResourceArn", "(ValidationException)");

    [Fact]
    public async Task A_name_that_does_not_exist_fails_before_the_change_is_requested() =>
        (await server.RunAsync("stack", "clone", "x")).Exits(2).Prints("there is no stack x");

    [Fact]
    public async Task A_stack_can_be_created_with_its_name_alone()
    {
        var name = $"stack-{Guid.NewGuid():N}";
        (await server.RunAsync("stack", "create", name)).Exits(0);

        (await server.RunAsync("stack", "show", name)).Exits(0).Prints("Region:", "local");
        (await server.RunAsync("instance", "create", "--stack", name)).Exits(2).Prints("--layer is missing");
    }

    [Fact]
    public async Task The_api_verb_calls_any_operation_with_JSON()
    {
        await File.WriteAllTextAsync(
            server["request.json"], """{ "StackIds": [] }""", TestContext.Current.CancellationToken);

        (await server.RunAsync("api", "DescribeStacks", $"@{server["request.json"]}")).Exits(0).Prints("\"Stacks\":");
        (await server.RunAsync("api")).Exits(0).Prints("DescribeRaidArrays", "CreateToken");
        (await server.RunAsync("api", "describestacks")).Exits(2).Prints("did you mean DescribeStacks?");
        (await server.RunAsync("api", "DescribeStacks", "{")).Exits(2).Prints("not valid JSON");
    }

    private async Task<JsonNode> DeploymentAsync(string stack)
    {
        var found = new JsonArray();
        await Eventually.TrueAsync(async () =>
        {
            found = (await server.Plane.CallAsync("DescribeDeployments", new { StackId = stack }))["Deployments"]!
                .AsArray();
            return found.Count > 0;
        });
        return found[0]!;
    }
}
