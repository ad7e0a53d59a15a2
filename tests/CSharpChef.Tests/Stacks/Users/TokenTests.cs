using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Tests.Stacks.Users;

/// <summary>A stolen token becomes nothing that lasts longer.</summary>
public sealed class TokenTests : ServerTests
{
    [Fact]
    public async Task A_token_creates_no_access_key_for_its_user_or_for_others()
    {
        var alice = await Server.CreateUserAsync("alice", UserRole.Admin);

        foreach (var user in new[] { alice.UserArn, Server.Admin.UserArn })
        {
            var refusal = await Server.RequireRefusalAsync("CreateAccessKey", new { IamUserArn = user }, alice);

            Assert.Equal("AccessDeniedException", refusal.Code);
            Assert.Contains("A token cannot create access keys", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_that_a_token_created_ends_with_it_at_the_latest()
    {
        var parent = await CreateAsync(Server.Admin, 2);
        var caller = With(parent);

        var child = await CreateAsync(caller, 300);
        var shortChild = await CreateAsync(caller, 1);

        Assert.Equal(Ends(parent), Ends(child));
        Assert.Equal(Ends(parent).AddDays(-1), Ends(shortChild));
    }

    [Fact]
    public async Task Deleting_a_token_deletes_the_tokens_created_with_it_for_any_user_and_their_own()
    {
        var alice = await Server.CreateUserAsync("alice");
        var parent = await CreateAsync(Server.Admin, 2);
        var child = await Server.CallAsync("CreateToken", new { IamUserArn = alice.UserArn }, With(parent));
        var grandchild = await CreateAsync(With(child) with { UserArn = alice.UserArn }, 1);
        var other = await CreateAsync(Server.Admin, 2);

        await Server.CallAsync("DeleteToken", new { TokenId = Id(parent) });

        foreach (var token in new[] { parent, child, grandchild })
        {
            Assert.Null(await Server.Plane.FindTokenAsync(token["Token"]!.GetValue<string>(), Ct));
        }

        Assert.NotNull(await Server.Plane.FindTokenAsync(other["Token"]!.GetValue<string>(), Ct));
    }

    [Fact]
    public async Task Deleting_a_user_deletes_the_tokens_that_the_tokens_of_the_user_created_for_others()
    {
        var alice = await Server.CreateUserAsync("alice", UserRole.Admin);
        var bob = await Server.CreateUserAsync("bob");
        var token = await Server.CallAsync("CreateToken", new { IamUserArn = bob.UserArn }, alice);

        await Server.CallAsync("DeleteUserProfile", new { IamUserArn = alice.UserArn });

        Assert.Null(await Server.Plane.FindTokenAsync(token["Token"]!.GetValue<string>(), Ct));
    }

    [Fact]
    public async Task A_user_has_at_most_20_tokens_that_are_not_expired()
    {
        for (var n = 0; n < 20; n++)
        {
            await CreateAsync(Server.Admin, 1);
        }

        await RequireRefusalAsync("has 20 tokens that are not expired", "CreateToken", new { });
        Server.Clock.Advance(TimeSpan.FromDays(2));
        await CreateAsync(Server.Admin, 1);
    }

    private Task<JsonNode> CreateAsync(Caller caller, int days) =>
        Server.CallAsync("CreateToken", new { ExpiresInDays = days }, caller);

    private Caller With(JsonNode token) => Server.Admin with { Credential = Id(token) };

    private static string Id(JsonNode token) => token["TokenId"]!.GetValue<string>();

    private static DateTimeOffset Ends(JsonNode token) => token["ExpiresAt"]!.GetValue<DateTimeOffset>();
}
