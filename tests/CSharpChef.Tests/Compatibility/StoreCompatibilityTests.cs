using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Compatibility;

/// <summary>A server's data folder and a backup that an earlier build wrote are read by this one.</summary>
public sealed class StoreCompatibilityTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-compatibility-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => CompatibilityData.Versions;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_store_of_an_earlier_build_is_described_as_before_but_for_reviewed_members(string version)
    {
        var data = new CompatibilityData(version);
        await using var server = await OpenAsync(data);

        await RequireDescriptionAsync(data, server);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Secrets_in_a_store_of_an_earlier_build_can_be_opened(string version)
    {
        var data = new CompatibilityData(version);
        await using var server = await OpenAsync(data);

        Assert.Equal(data.Text("secrets.verified.json"), await StoreSecrets.RevealAsync(server.Plane.Store));
    }

    [Theory, MemberData(nameof(Versions)), WholeSuite]
    public async Task A_repeated_call_gets_the_answer_that_an_earlier_build_stored(string version)
    {
        var data = new CompatibilityData(version);
        await using var server = await OpenAsync(data);
        var calls = JsonSerializer.Deserialize<IReadOnlyList<AnsweredCall>>(data.Text("calls.verified.json"))!;

        foreach (var call in calls)
        {
            Assert.Equal(call.Answer, await call.SendAsync(server));
        }

        await RequireDescriptionAsync(data, server);
        Assert.NotEqual(calls[0].Answer, await (calls[0] with { InvocationId = "another" }).SendAsync(server));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_token_and_an_access_key_that_an_earlier_build_made_let_their_user_sign_in(string version)
    {
        var data = new CompatibilityData(version);
        await using var server = await OpenAsync(data);
        var answers = JsonSerializer.Deserialize<IReadOnlyList<AnsweredCall>>(data.Text("calls.verified.json"))!
            .ToDictionary(call => call.Target.Split('.')[1], call => JsonNode.Parse(call.Answer)!);
        var (token, key) = (answers["CreateToken"], answers["CreateAccessKey"]);

        var byToken = await server.Plane.FindTokenAsync(token["Token"]!.GetValue<string>(), Ct);
        var byKey = await server.Plane.FindAccessKeyAsync(key["AccessKeyId"]!.GetValue<string>(), Ct);

        Assert.Equal((token["IamUserArn"]!.GetValue<string>(), null), (byToken?.UserArn, byToken?.Refusal));
        Assert.Equal(key["SecretAccessKey"]!.GetValue<string>(), byKey?.Secret);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_backup_of_an_earlier_build_is_restored_with_every_description_and_secret(string version)
    {
        var data = new CompatibilityData(version);
        data.CopyTo(folder, "store");
        File.Delete(new StoreOptions(folder).SqlitePath);
        (await CommandLine.RunAsync("restore", data["store.backup"], "--data", folder)).Exits(0)
            .Prints("rows restored");
        await using var server = await TestPlane.StartAsync(folder: folder);

        await RequireDescriptionAsync(data, server);
        Assert.Equal(data.Text("secrets.verified.json"), await StoreSecrets.RevealAsync(server.Plane.Store));
    }

    private static async Task RequireDescriptionAsync(CompatibilityData data, TestPlane server) => Snapshot.Match(
        data["described-otherwise.verified.txt"],
        DescriptionDifferences.Of(data.Text("described.verified.json"), await StoreDescription.OfAsync(server)));

    private async Task<TestPlane> OpenAsync(CompatibilityData data)
    {
        data.CopyTo(folder, "store");
        return await TestPlane.StartAsync(folder: folder);
    }
}
