using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Retention;

namespace CSharpChef.Tests.Stacks.Retention;

public sealed class CleanupTests : ServerTests
{
    [Fact]
    public async Task Expired_records_are_deleted_except_the_newest_commands_of_each_instance()
    {
        var stack = await Server.CreateStackAsync();
        var instance = await Server.CreateInstanceAsync(stack, await Server.CreateLayerAsync(stack));
        await Server.SetAsync(instance, InstanceStatus.Online);
        await Server.CallAsync("SetRetention", new { ActivityDays = 10, CommandDays = 10, CommandsPerInstance = 2 });
        for (var n = 0; n < 5; n++)
        {
            await Server.CallAsync("CreateDeployment", new { StackId = stack, Command = new { Name = "configure" } });
        }

        await FinishAsync(instance);
        Server.Clock.Advance(TimeSpan.FromDays(11));
        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "newer" });

        var removed = await Cleanup.RunAsync(Server.Plane.Store, Ct);

        Assert.Equal(
            2,
            (await Server.CallAsync("DescribeCommands", new { InstanceId = instance }))["Commands"]!.AsArray().Count);
        Assert.Equal(
            2,
            (await Server.CallAsync("DescribeDeployments", new { StackId = stack }))["Deployments"]!.AsArray().Count);
        Assert.Equal("UpdateStack", Assert.Single(
            (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray())!["Operation"]!.GetValue<string>());
        Assert.True(removed >= 6, $"{removed} were removed");
        Assert.Equal(0, await Cleanup.RunAsync(Server.Plane.Store, Ct));
    }

    [Fact]
    public async Task Unfinished_commands_are_never_deleted()
    {
        var stack = await Server.CreateStackAsync();
        var instance = await Server.CreateInstanceAsync(stack, await Server.CreateLayerAsync(stack));
        await Server.SetAsync(instance, InstanceStatus.Online);
        await Server.CallAsync("SetRetention", new { CommandDays = 1, CommandsPerInstance = 0 });
        await Server.CallAsync("CreateDeployment", new { StackId = stack, Command = new { Name = "configure" } });
        Server.Clock.Advance(TimeSpan.FromDays(100));

        await Cleanup.RunAsync(Server.Plane.Store, Ct);

        Assert.Single(
            (await Server.CallAsync("DescribeCommands", new { InstanceId = instance }))["Commands"]!.AsArray());
    }

    [Fact]
    public async Task A_cleanup_notes_when_it_ended()
    {
        Assert.Null(await Cleanup.LastAsync(Server.Plane.Store, Ct));

        await Cleanup.RunAsync(Server.Plane.Store, Ct);

        Assert.Equal(Server.Clock.GetUtcNow(), await Cleanup.LastAsync(Server.Plane.Store, Ct));
    }

    private Task<int> FinishAsync(string instance) => Server.Plane.Store.WriteAsync(
        async session =>
        {
            foreach (var command in await session.ListAsync<Command>(instance))
            {
                await session.SaveAsync(command, command with { Status = CommandStatus.Successful });
                var deployment = (await session.FindAsync<Deployment>(command.DeploymentId!))!;
                await session.SaveAsync(deployment, deployment with { Status = DeploymentStatus.Successful });
            }

            return 0;
        },
        Ct);
}
