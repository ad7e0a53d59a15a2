using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Tests.Stacks.Store;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>A change that is sent again under one invocation id, as every SDK does when it got no answer.</summary>
public sealed class RepeatedCallTests : ServerTests
{
    private Caller Caller => Server.Admin with { InvocationId = "i-1" };

    [Fact]
    public async Task It_is_made_once_and_answered_alike()
    {
        var stack = await Server.StackAsync();

        var first = await MakeAsync(stack, Caller);
        var second = await MakeAsync(stack, Caller);

        Assert.Equal(first, second);
        Assert.Single((await Server.CallAsync("DescribeApps", new { StackId = stack }))["Apps"]!.AsArray());
        Assert.Single(await OperationsAsync(), "CreateApp");
    }

    [Fact]
    public async Task Another_key_id_body_or_operation_makes_it_another_call()
    {
        var stack = await Server.StackAsync();

        var tokens = new[]
        {
            await TokenAsync(Caller),
            await TokenAsync(Caller with { Credential = "AKIAOTHER" }),
            await TokenAsync(Caller with { InvocationId = "i-2" }),
            await TokenAsync(Caller, "laptop"),
            await TokenAsync(Server.Admin),
            await TokenAsync(Server.Admin),
        };
        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "one" }, Caller);
        await Server.CallAsync("StopStack", new { StackId = stack }, Caller);
        await Server.CallAsync("StartStack", new { StackId = stack }, Caller);

        Assert.Equal(6, tokens.Distinct().Count());
        Assert.Equal(["StartStack", "StopStack", "UpdateStack"], (await OperationsAsync()).Take(3));
    }

    [Fact]
    public async Task Tries_that_come_while_the_first_is_under_way_wait_for_it()
    {
        var stack = await Server.StackAsync();

        var layers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Server.CallAsync(
            "CreateLayer", new { StackId = stack, Type = "custom", Name = "web", Shortname = "web" }, Caller))));

        Assert.Single(layers.Select(layer => layer["LayerId"]!.GetValue<string>()).Distinct());
        Assert.Single(await OperationsAsync(), "CreateLayer");
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var stack = await Server.StackAsync();
        var web = await Server.LayerAsync(stack, "web");
        var again = new { StackId = stack, Type = "custom", Name = "web", Shortname = "web" };

        await Server.RefusedAsync("CreateLayer", again, Caller);
        await Server.CallAsync("DeleteLayer", new { LayerId = web });

        Assert.NotEqual(web, (await Server.CallAsync("CreateLayer", again, Caller))["LayerId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_whose_end_nobody_heard_is_answered_when_it_is_asked_for_again()
    {
        var stack = await Server.StackAsync();
        var store = new DocumentStore(
            new LostCommit(Server.Plane.Store.Database), Server.Plane.Store.Secrets, Server.Clock);
        var cut = new ControlPlane(store, Server.Plane.Server, Server.Clock);
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new { StackId = stack, Name = "app", Type = "other" });

        await Assert.ThrowsAsync<OperationException>(
            () => cut.CallAsync("OpsWorks_20130218.CreateApp", body, Caller, Ct));
        var answered = await MakeAsync(stack, Caller);

        Assert.Equal(answered, (await Server.CallAsync("DescribeApps", new { StackId = stack }))["Apps"]!.AsArray()
            .Single()!["AppId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_answer_is_sealed_survives_another_master_key_and_is_forgotten_in_time()
    {
        var keyFile = new StoreOptions(Server.Folder).KeyPath;
        var token = await Server.CallAsync("CreateToken", caller: Caller);
        Assert.DoesNotContain(
            token["Token"]!.GetValue<string>(), await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);

        await KeyRotation.RotateAsync(Server.Plane.Store, keyFile, Ct);
        await KeyRotation.ForgetOldAsync(Server.Plane.Store, keyFile, Ct);
        Assert.Equal(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());

        Server.Clock.Forward(RepeatedCall.Kept + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Cleanup.RunAsync(Server.Plane.Store, Ct));
        Assert.NotEqual(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());
    }

    private async Task<string> MakeAsync(string stack, Caller caller) =>
        (await Server.CallAsync("CreateApp", new { StackId = stack, Name = "app", Type = "other" }, caller))["AppId"]!
            .GetValue<string>();

    private async Task<string> TokenAsync(Caller caller, string comment = "") =>
        (await Server.CallAsync("CreateToken", new { Comment = comment }, caller))["Token"]!.GetValue<string>();

    private async Task<IEnumerable<string>> OperationsAsync() =>
        (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray()
            .Select(entry => entry!["Operation"]!.GetValue<string>());
}
