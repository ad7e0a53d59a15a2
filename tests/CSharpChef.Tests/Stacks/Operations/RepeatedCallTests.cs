using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>A change that is sent again with the same invocation id, as every SDK does when it got no answer.</summary>
public sealed class RepeatedCallTests : ServerTests
{
    private Caller Caller => Server.Admin with { InvocationId = "i-1" };

    [Fact]
    public async Task A_repeated_call_is_executed_once_and_gets_the_same_answer()
    {
        var stack = await Server.CreateStackAsync();

        var first = await CreateAppAsync(stack, Caller);
        var second = await CreateAppAsync(stack, Caller);

        Assert.Equal(first, second);
        Assert.Single((await Server.CallAsync("DescribeApps", new { StackId = stack }))["Apps"]!.AsArray());
        Assert.Single(await OperationsAsync(), "CreateApp");
    }

    [Fact]
    public async Task A_call_with_another_credential_invocation_id_body_or_operation_is_executed()
    {
        var stack = await Server.CreateStackAsync();
        var otherKey = (await Server.CallAsync("CreateAccessKey"))["AccessKeyId"]!.GetValue<string>();

        var tokens = new[]
        {
            await CreateTokenAsync(Caller),
            await CreateTokenAsync(Caller with { Credential = otherKey }),
            await CreateTokenAsync(Caller with { InvocationId = "i-2" }),
            await CreateTokenAsync(Caller, "laptop"),
            await CreateTokenAsync(Server.Admin),
            await CreateTokenAsync(Server.Admin),
        };
        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "one" }, Caller);
        await Server.CallAsync("StopStack", new { StackId = stack }, Caller);
        await Server.CallAsync("StartStack", new { StackId = stack }, Caller);

        Assert.Equal(6, tokens.Distinct().Count());
        Assert.Equal(["StartStack", "StopStack", "UpdateStack"], (await OperationsAsync()).Take(3));
    }

    [Fact]
    public async Task Simultaneous_tries_of_one_call_all_get_the_answer_of_the_first()
    {
        var stack = await Server.CreateStackAsync();

        var layers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Server.CallAsync(
            "CreateLayer", new { StackId = stack, Type = "custom", Name = "web", Shortname = "web" }, Caller))));

        Assert.Single(layers.Select(layer => layer["LayerId"]!.GetValue<string>()).Distinct());
        Assert.Single(await OperationsAsync(), "CreateLayer");
    }

    [Fact]
    public async Task A_refused_call_is_executed_when_it_is_repeated()
    {
        var stack = await Server.CreateStackAsync();
        var web = await Server.CreateLayerAsync(stack, "web");
        var request = new { StackId = stack, Type = "custom", Name = "web", Shortname = "web" };

        await Server.RequireRefusalAsync("CreateLayer", request, Caller);
        await Server.CallAsync("DeleteLayer", new { LayerId = web });

        Assert.NotEqual(web, (await Server.CallAsync("CreateLayer", request, Caller))["LayerId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_call_whose_commit_lost_its_connection_gets_its_answer_when_it_is_repeated()
    {
        var stack = await Server.CreateStackAsync();
        var store = new DocumentStore(
            new LostCommit(Server.Plane.Store.Database), Server.Plane.Store.Secrets, Server.Clock);
        var planeWithLostCommit = new ControlPlane(store, Server.Plane.Server, Server.Clock);
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new { StackId = stack, Name = "app", Type = "other" });

        await Assert.ThrowsAsync<OperationException>(
            () => planeWithLostCommit.CallAsync("OpsWorks_20130218.CreateApp", body, Caller, Ct));
        var answered = await CreateAppAsync(stack, Caller);

        Assert.Equal(answered, (await Server.CallAsync("DescribeApps", new { StackId = stack }))["Apps"]!.AsArray()
            .Single()!["AppId"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_is_sealed_survives_a_key_rotation_and_is_deleted_after_ten_minutes()
    {
        var keyFile = new StoreOptions(Server.Folder).KeyPath;
        var token = await Server.CallAsync("CreateToken", caller: Caller);
        Assert.DoesNotContain(
            token["Token"]!.GetValue<string>(), await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);

        await KeyRotation.RotateAsync(Server.Plane.Store, keyFile, Ct);
        await KeyRotation.ForgetOldAsync(Server.Plane.Store, keyFile, Ct);
        Assert.Equal(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());

        Server.Clock.Advance(RepeatedCall.Kept + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Cleanup.RunAsync(Server.Plane.Store, Ct));
        Assert.NotEqual(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());
    }

    [Fact]
    public async Task An_answer_kept_among_the_secrets_by_an_earlier_release_is_found_and_deleted_in_time()
    {
        var token = await Server.CallAsync("CreateToken", caller: Caller);
        await EarlierAnswers.MoveBackAsync(Server.Plane.Store);

        Assert.Equal(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());
        Assert.Single(await OperationsAsync(), "CreateToken");
        Server.Clock.Advance(RepeatedCall.Kept + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Cleanup.RunAsync(Server.Plane.Store, Ct));
        Assert.NotEqual(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: Caller)).ToJsonString());
    }

    private async Task<string> CreateAppAsync(string stack, Caller caller) =>
        (await Server.CallAsync("CreateApp", new { StackId = stack, Name = "app", Type = "other" }, caller))["AppId"]!
            .GetValue<string>();

    private async Task<string> CreateTokenAsync(Caller caller, string comment = "") =>
        (await Server.CallAsync("CreateToken", new { Comment = comment }, caller))["Token"]!.GetValue<string>();

    private async Task<IEnumerable<string>> OperationsAsync() =>
        (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray()
            .Select(entry => entry!["Operation"]!.GetValue<string>());
}
