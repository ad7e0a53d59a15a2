using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Tests.Stacks.Deployments;

public sealed class CommandRecordsTests : ServerTests
{
    private string stack = "";
    private string instance = "";

    [Fact]
    public async Task What_a_command_ran_and_its_results_are_shown()
    {
        var (deployment, command) = await RanAsync("one line\n");

        var results = await Server.CallAsync("DescribeCommandResults", new { CommandId = command });
        var shown = (await Server.CallAsync(
            "DescribeDeploymentDetails", new { DeploymentIds = new[] { deployment } }))["Deployments"]![0]!;

        Assert.Equal("file[/etc/motd]", results["Results"]![0]!["Resource"]!.GetValue<string>());
        Assert.Equal("changed", results["Results"]![0]!["Status"]!.GetValue<string>());
        Assert.Equal("abc123", Assert.Single(shown["CookbooksStates"]!.AsArray())!.GetValue<string>());
        Assert.Equal("site::default", Assert.Single(shown["Recipes"]!.AsArray())!.GetValue<string>());
        Assert.Equal("web1", shown["Snapshot"]!["Instances"]![0]!["Hostname"]!.GetValue<string>());
        Assert.Equal("127.0.0.1", shown["StartedFrom"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_instance_leaves_no_logs_and_results()
    {
        await RanAsync("one line\n");
        await Server.SetAsync(instance, InstanceStatus.Stopped);

        await Server.CallAsync("DeleteInstance", new { InstanceId = instance });

        Assert.Equal(0, await RowsAsync());
    }

    [Fact]
    public async Task The_oldest_logs_are_deleted_when_all_together_are_too_large()
    {
        var (_, first) = await RanAsync(new string('a', 700_000));
        var (_, second) = await RanAsync(new string('b', 700_000));
        await Server.CallAsync("SetRetention", new { LogMegabytes = 1 });

        await Cleanup.RunAsync(Server.Plane.Store, Ct);

        Assert.Equal(0, await LengthAsync(first));
        Assert.Equal(700_000, await LengthAsync(second));
    }

    private async Task<(string Deployment, string Command)> RanAsync(string log)
    {
        if (instance.Length == 0)
        {
            stack = await Server.CreateStackAsync();
            instance = await Server.CreateInstanceAsync(stack, await Server.CreateLayerAsync(stack));
            await Server.SetAsync(instance, InstanceStatus.Online);
        }

        var deployment = (await Server.CallAsync(
            "CreateDeployment", new { StackId = stack, Command = new { Name = "configure" } }))["DeploymentId"]!
            .GetValue<string>();
        var command = (await Server.CallAsync(
            "DescribeCommands", new { DeploymentId = deployment }))["Commands"]![0]!["CommandId"]!.GetValue<string>();
        await Server.Plane.Store.WriteAsync(session => RunAsync(session, command, log), Ct);
        return (deployment, command);
    }

    private static async Task<bool> RunAsync(StoreSession session, string id, string log)
    {
        await session.AppendLogAsync(id, 0, log);
        await session.BeginRunAsync(id, new() { CookbooksState = "abc123", Recipes = ["site::default"] });
        await session.PutResultsAsync(
            id, [new() { Resource = "file[/etc/motd]", Status = "changed", Milliseconds = 3, Changes = ["create file"] }]);
        var command = (await session.FindAsync<CSharpChef.Stacks.Deployments.Command>(id))!;
        await session.SaveAsync(
            command, command with { Status = CSharpChef.Stacks.Deployments.CommandStatus.Successful });
        return true;
    }

    private Task<long> LengthAsync(string command) =>
        Server.Plane.Store.ReadAsync(session => session.LengthAsync(command), Ct);

    private Task<long> RowsAsync() => Server.Plane.Store.ReadAsync(
        session => session.ScalarAsync<long>(
            "select (select count(*) from command_log) + (select count(*) from command_run) + (select count(*) from command_result)",
            new { }),
        Ct);
}
