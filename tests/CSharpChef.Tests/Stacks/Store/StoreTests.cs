using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class StoreTests : ServerTests
{
    [Fact]
    public async Task A_save_of_a_version_that_another_call_has_changed_fails()
    {
        var id = await Server.CreateStackAsync();
        var outdated = await FindAsync(id);
        await Server.CallAsync("UpdateStack", new { StackId = id, Name = "newer" });

        var failure = await Assert.ThrowsAsync<StoreFailureException>(() =>
            Server.Plane.Store.WriteAsync(
                session => session.SaveAsync(outdated, outdated with { Name = "older" }), Ct));

        Assert.Equal(StoreFailureKind.Conflict, failure.Kind);
        Assert.Equal("newer", (await FindAsync(id)).Name);
    }

    [Fact]
    public async Task Work_that_meets_a_conflict_runs_again_from_its_start()
    {
        var id = await Server.CreateStackAsync();
        var tries = 0;

        await Server.Plane.Store.WriteAsync(
            async session =>
            {
                var stack = (await session.FindAsync<Stack>(id))!;
                return tries++ == 0
                    ? throw new StoreFailureException(StoreFailureKind.Conflict, "another was faster")
                    : await session.SaveAsync(stack, stack with { Name = "second" });
            },
            Ct);

        Assert.Equal(("second", 2), ((await FindAsync(id)).Name, tries));
    }

    [Fact]
    public async Task Work_that_fails_stores_nothing()
    {
        var id = await Server.CreateStackAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Server.Plane.Store.WriteAsync<int>(
            async session =>
            {
                var stack = (await session.FindAsync<Stack>(id))!;
                await session.SaveAsync(stack, stack with { Name = "half" });
                throw new InvalidOperationException("in the middle");
            },
            Ct));

        Assert.Equal("shop", (await FindAsync(id)).Name);
    }

    [Fact]
    public async Task A_credential_is_looked_up_while_all_other_readers_are_in_use()
    {
        var end = new TaskCompletionSource();
        using var reading = new SemaphoreSlim(0);
        var readers = Enumerable.Range(0, 20).Select(_ => Server.Plane.Store.ReadAsync(
            async session =>
            {
                reading.Release();
                await end.Task;
                return 0;
            },
            Ct)).ToList();
        await reading.WaitAsync(Ct);

        Assert.Null(await Server.Plane.FindAccessKeyAsync("AKIANOBODY", Ct));

        Assert.All(readers, reader => Assert.False(reader.IsCompleted));
        end.SetResult();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Of_many_simultaneous_creations_with_the_same_name_one_succeeds()
    {
        var stack = await Server.CreateStackAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await Task.Run(() => Server.CreateLayerAsync(stack), Ct);
                return true;
            }
            catch (OperationException e) when (e.Code == "ValidationException")
            {
                return false;
            }
        }));

        Assert.Equal(1, outcomes.Count(made => made));
    }

    [Fact]
    public async Task All_of_many_simultaneous_changes_of_one_object_are_stored()
    {
        var stack = await Server.CreateStackAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(
            () => Server.CallAsync("TagResource", new
            {
                ResourceArn = $"arn:aws:opsworks:x:1:stack/{stack}/",
                Tags = new Dictionary<string, string> { [$"k{n}"] = "v" }
            }), Ct)));

        Assert.Equal(20, (await Server.CallAsync(
            "ListTags", new { ResourceArn = $"arn:aws:opsworks:x:1:stack/{stack}/" }))["Tags"]!.AsObject().Count);
    }

    [Fact]
    public async Task A_limit_holds_for_many_simultaneous_creations()
    {
        await using var limitedPlane = await TestPlane.StartAsync(new() { LayersPerStack = 3 });
        var stack = await limitedPlane.CreateStackAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            try
            {
                await Task.Run(() => limitedPlane.CreateLayerAsync(stack, $"layer{n}"), Ct);
            }
            catch (OperationException e) when (e.Code == "ValidationException")
            {
                Assert.Contains(
                    "Limit reached: 3 layers in a stack.", e.Message, StringComparison.Ordinal);
            }
        }));

        var layers = (await limitedPlane.CallAsync("DescribeLayers", new { StackId = stack }))["Layers"]!.AsArray();
        Assert.Equal(3, layers.Count);
    }

    [Fact]
    public async Task Lists_are_in_the_order_of_creation_even_within_one_millisecond()
    {
        var stack = await Server.CreateStackAsync();
        var createdIds = new List<string>();
        for (var n = 0; n < 20; n++)
        {
            createdIds.Add(await Server.CreateLayerAsync(stack, $"layer{n}"));
        }

        var listed = (await Server.CallAsync("DescribeLayers", new { StackId = stack }))["Layers"]!.AsArray()
            .Select(layer => layer!["LayerId"]!.GetValue<string>());

        Assert.Equal(createdIds, listed);
    }

    [Fact]
    public async Task Secrets_that_no_document_refers_to_are_deleted()
    {
        var stack = await Server.CreateStackAsync();
        var app = (await Server.CallAsync("CreateApp", new
        {
            StackId = stack,
            Name = "a",
            Type = "other",
            Environment = new[] { new { Key = "A", Value = "x", Secure = true } }
        }))["AppId"];
        var before = await CountAsync();

        await Server.CallAsync(
            "UpdateApp", new { AppId = app, Environment = new[] { new { Key = "A", Value = "y", Secure = true } } });
        Assert.Equal(before, await CountAsync());
        await Server.CallAsync("DeleteApp", new { AppId = app });
        Assert.Equal(before - 1, await CountAsync());
    }

    private Task<int> CountAsync() =>
        Server.Plane.Store.ReadAsync(session => session.ScalarAsync<int>("select count(*) from secret", new { }), Ct);

    private async Task<Stack> FindAsync(string id) =>
        (await Server.Plane.Store.ReadAsync(session => session.FindAsync<Stack>(id), Ct))!;
}
