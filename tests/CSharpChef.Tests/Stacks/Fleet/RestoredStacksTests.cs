using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.Tests.Stacks.Fleet;

public sealed class RestoredStacksTests : ServerTests
{
    [Fact]
    public async Task Every_stack_of_a_restored_store_is_paused_once_and_the_work_on_its_instances_begins()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CreateInstanceAsync(stack, await Server.CreateLayerAsync(stack));
        await Server.CallAsync("PauseStack", new { StackId = stack, Reason = "the database moves", For = "5m" });
        var backup = Path.Combine(Server.Folder, "backup");
        await BackupWriter.WriteAsync(Server.Plane.Store.Database, backup, Server.Clock, Ct);
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(Server.Folder, "other.db"), Ct);
        await BackupReader.ReadAsync(database, backup, Server.Clock, Ct);
        var store = new DocumentStore(database, new(new StoreOptions(Server.Folder).KeyPath), Server.Clock);

        Assert.Equal(1, await RestoredStacks.PauseAsync(store, Ct));
        Assert.Equal(0, await RestoredStacks.PauseAsync(store, Ct));

        var pause = (await store.ReadAsync(session => session.FindAsync<Stack>(stack), Ct))!.Pause!;
        Assert.Equal(("restored", "system:restore", null), (pause.Reason, pause.By, pause.Until));
        Assert.Equal(1, await CountAsync(store, "select count(*) from work where kind = 'instance'"));
        Assert.Equal(1, await CountAsync(store, "select count(*) from activity where actor = 'system:restore'"));
    }

    [Fact]
    public async Task A_store_that_was_not_restored_stays_as_it_is()
    {
        await Server.CreateStackAsync();

        Assert.Equal(0, await RestoredStacks.PauseAsync(Server.Plane.Store, Ct));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void A_command_of_a_user_waits_in_a_restored_stack_when_it_is_older_than_the_restore(
        int minutes, bool isHeld)
    {
        var restored = DateTimeOffset.UnixEpoch.AddDays(1);
        var pause = new StackPause { Reason = "restored", By = "system:restore", Since = restored, HoldsEarlier = true };
        var command = new Command
        {
            CommandId = "command",
            InstanceId = "instance",
            StackId = "stack",
            CreatedAt = restored.AddMinutes(minutes),
            Status = CommandStatus.Pending,
            Type = "execute_recipes",
            StartedBy = "arn:aws:iam::1:user/ann",
        };

        Assert.Equal(isHeld, CommandQueue.IsHeld(command, pause, null, restored.AddHours(1)));
        Assert.False(CommandQueue.IsHeld(command, pause with { HoldsEarlier = null }, null, restored.AddHours(1)));
    }

    private static Task<int> CountAsync(DocumentStore store, string query) =>
        store.ReadAsync(session => session.ScalarAsync<int>(query, new { }), Ct);
}
