using System.Security.Cryptography;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Users;

public sealed class UserTests : ServerTests
{
    private const string Alice = "arn:aws:iam::1:user/alice";

    [Fact]
    public async Task The_name_of_a_user_is_the_last_part_of_the_ARN()
    {
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/dev/Alice.Smith" });

        var user = (await Server.CallAsync(
            "DescribeUserProfiles",
            new { IamUserArns = new[] { "arn:aws:iam::1:user/dev/Alice.Smith" } }))["UserProfiles"]![0]!;

        Assert.Equal("Alice.Smith", user["Name"]!.GetValue<string>());
        Assert.Equal("alicesmith", user["SshUsername"]!.GetValue<string>());
        Assert.Null(user["Role"]);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:iam::1:user/")]
    public async Task A_text_that_is_not_the_ARN_of_a_user_is_refused(string arn) =>
        await RequireRefusalAsync("IamUserArn is", "CreateUserProfile", new { IamUserArn = arn });

    [Fact]
    public async Task The_longest_ARN_of_IAM_is_accepted() => await Server.CallAsync(
        "CreateUserProfile",
        new { IamUserArn = $"arn:aws:iam::123456789012:user/{Characters(510)}/{Characters(64)}" });

    [Fact]
    public async Task An_ARN_of_1024_bytes_is_stored_with_a_permission_and_one_byte_more_is_refused()
    {
        const string Prefix = "arn:aws:iam::1:user/";
        var arn = Prefix + Characters(1024 - Prefix.Length - 3) + "語";
        var stack = await Server.CreateStackAsync();

        await Server.CallAsync("CreateUserProfile", new { IamUserArn = arn });
        await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = arn, Level = "show" });

        var permissions = await Server.CallAsync("DescribePermissions", new { StackId = stack, IamUserArn = arn });
        Assert.Equal(arn, Assert.Single(permissions["Permissions"]!.AsArray())!["IamUserArn"]!.GetValue<string>());
        await RequireRefusalAsync(
            "IamUserArn has 1025 bytes; 1024 are allowed", "CreateUserProfile", new { IamUserArn = "a" + arn });
    }

    [Fact]
    public async Task A_user_that_exists_cannot_be_created_again()
    {
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = Alice });

        await RequireRefusalAsync("a user with that ARN exists already", "CreateUserProfile", new { IamUserArn = Alice });
    }

    [Theory]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-dss AAAA")]
    [InlineData("ssh-ed25519 not/base64!")]
    [InlineData("command=\"x\" ssh-ed25519 AAAA")]
    public async Task A_public_key_that_is_not_one_line_of_a_pub_file_is_refused(string key) =>
        await RequireRefusalAsync("SshPublicKey", "CreateUserProfile", new { IamUserArn = Alice, SshPublicKey = key });

    [Theory]
    [InlineData("www-data", "is an account of the system")]
    [InlineData("sshd", "is an account of the system")]
    [InlineData("csharpchef", "is an account of the system")]
    [InlineData("0day", "begins with a digit")]
    public async Task An_account_name_that_a_machine_may_refuse_is_stored_with_a_warning(string name, string warning)
    {
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = Alice, SshUsername = name });

        Assert.Contains(warning, Assert.Single(await Server.WarningsAsync()), StringComparison.Ordinal);
        var user = (await Server.CallAsync("DescribeUserProfiles", new { IamUserArns = new[] { Alice } }))["UserProfiles"]![0]!;
        Assert.Equal(name, user["SshUsername"]!.GetValue<string>());
        await Server.CallAsync("UpdateUserProfile", new { IamUserArn = Alice, AllowSelfManagement = true });
        Assert.Empty(await Server.WarningsAsync());
    }

    [Fact]
    public async Task The_account_root_is_refused() => await RequireRefusalAsync(
        "SshUsername must not be root", "CreateUserProfile", new { IamUserArn = Alice, SshUsername = "Root" });

    [Theory]
    [InlineData("Root")]
    [InlineData("...")]
    public async Task A_name_that_makes_no_name_of_an_account_is_refused_unless_an_SshUsername_is_sent(string name)
    {
        var arn = $"arn:aws:iam::1:user/{name}";

        await RequireRefusalAsync(
            $"SshUsername cannot be made from the name '{name}': send another SshUsername.",
            "CreateUserProfile", new { IamUserArn = arn });
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = arn, SshUsername = "operator" });
    }

    [Theory]
    [InlineData("ssh-rsa AAAA", 1)]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==", 1)]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8w", 1)]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8w me@home\n", 0)]
    public async Task A_public_key_whose_data_is_not_of_its_type_is_stored_with_a_warning(string key, int warnings)
    {
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = Alice, SshPublicKey = key });

        Assert.Equal(warnings, (await Server.WarningsAsync()).Count);
    }

    [Fact]
    public async Task A_user_can_set_their_own_public_key_only_with_AllowSelfManagement()
    {
        var alice = await Server.CreateUserAsync("alice");
        const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== alice";

        Assert.Equal(
            "AccessDeniedException",
            (await Server.RequireRefusalAsync("UpdateMyUserProfile", new { SshPublicKey = Key }, alice)).Code);
        await Server.CallAsync("UpdateUserProfile", new { IamUserArn = Alice, AllowSelfManagement = true });
        await Server.CallAsync("UpdateMyUserProfile", new { SshPublicKey = Key }, alice);
        Assert.Equal(Key, (await Server.CallAsync(
            "DescribeMyUserProfile", caller: alice))["UserProfile"]!["SshPublicKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_access_key_works_until_it_is_disabled_expired_or_deleted()
    {
        await Server.CreateUserAsync("alice");
        var key = await Server.CallAsync("CreateAccessKey", new { IamUserArn = Alice, ExpiresInDays = 1 });
        var id = key["AccessKeyId"]!.GetValue<string>();

        var holder = (await Server.Plane.FindAccessKeyAsync(id, Ct))!;
        Assert.Equal(
            (Alice, key["SecretAccessKey"]!.GetValue<string>(), null), (holder.UserArn, holder.Secret, holder.Refusal));
        await Server.CallAsync("UpdateAccessKey", new { AccessKeyId = id, Disabled = true });
        Assert.Contains("disabled", (await Server.Plane.FindAccessKeyAsync(id, Ct))!.Refusal, StringComparison.Ordinal);
        await Server.CallAsync("UpdateAccessKey", new { AccessKeyId = id, Disabled = false });
        Server.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("expired", (await Server.Plane.FindAccessKeyAsync(id, Ct))!.Refusal, StringComparison.Ordinal);
        await Server.CallAsync("DeleteAccessKey", new { AccessKeyId = id });
        Assert.Null(await Server.Plane.FindAccessKeyAsync(id, Ct));
    }

    [Fact]
    public async Task A_user_can_have_two_access_keys_but_not_three()
    {
        await Server.CreateUserAsync("alice");
        await Server.CallAsync("CreateAccessKey", new { IamUserArn = Alice });
        await Server.CallAsync("CreateAccessKey", new { IamUserArn = Alice });

        await RequireRefusalAsync("has 2 access keys already", "CreateAccessKey", new { IamUserArn = Alice });
    }

    [Theory]
    [InlineData("CreateAccessKey", int.MaxValue)]
    [InlineData("CreateAccessKey", 0)]
    [InlineData("CreateAccessKey", 3651)]
    [InlineData("CreateToken", int.MaxValue)]
    [InlineData("CreateToken", -1)]
    public async Task A_lifetime_of_a_credential_out_of_range_is_refused(string operation, int days) =>
        await RequireRefusalAsync($"ExpiresInDays is {days}; it must be from 1", operation, new { ExpiresInDays = days });

    [Fact]
    public async Task A_token_is_shown_once_and_stored_as_a_hash()
    {
        var token = (await Server.CallAsync("CreateToken", new { Comment = "ci" }))["Token"]!.GetValue<string>();

        Assert.Equal(UserRole.Admin, (await Server.Plane.FindTokenAsync(token, Ct))!.Role);
        Assert.Null(await Server.Plane.FindTokenAsync(token + "x", Ct));
        var listed = Assert.Single((await Server.CallAsync("DescribeTokens"))["Tokens"]!.AsArray())!;
        Assert.Null(listed["Hash"]);
        Assert.DoesNotContain(token, await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
        await Server.CallAsync("DeleteToken", new { TokenId = listed["TokenId"] });
        Assert.Null(await Server.Plane.FindTokenAsync(token, Ct));
    }

    [Fact]
    public async Task Only_administrators_can_create_credentials_for_other_users()
    {
        var bob = await Server.CreateUserAsync("bob");
        await Server.CreateUserAsync("alice");

        Assert.Equal(
            "AccessDeniedException",
            (await Server.RequireRefusalAsync("CreateAccessKey", new { IamUserArn = Alice }, bob)).Code);
        Assert.Empty((await Server.CallAsync("DescribeAccessKeys", caller: bob))["AccessKeys"]!.AsArray());
    }

    [Theory]
    [InlineData("DeleteAccessKey", "CreateAccessKey", "AccessKeyId")]
    [InlineData("UpdateAccessKey", "CreateAccessKey", "AccessKeyId")]
    [InlineData("DeleteToken", "CreateToken", "TokenId")]
    public async Task A_credential_of_another_user_is_answered_as_unknown(
        string operation, string create, string member)
    {
        var bob = await Server.CreateUserAsync("bob");
        await Server.CreateUserAsync("alice");
        var created = await Server.CallAsync(create, new { IamUserArn = Alice });
        var id = created[member]?.GetValue<string>() ?? Credentials.TokenId(created["Token"]!.GetValue<string>());

        var foreign = await Server.RequireRefusalAsync(operation, Request(id), bob);
        var unknown = await Server.RequireRefusalAsync(operation, Request("unknown"), bob);

        Assert.Equal(unknown.Code, foreign.Code);
        Assert.Equal(unknown.Message, foreign.Message.Replace(id, "unknown", StringComparison.Ordinal));
        await Server.CallAsync(operation, Request(id));

        object Request(string id) => operation == "UpdateAccessKey"
            ? new Dictionary<string, object> { [member] = id, ["Disabled"] = true }
            : new Dictionary<string, object> { [member] = id };
    }

    [Fact]
    public async Task Deleting_a_user_deletes_their_keys_tokens_and_permissions()
    {
        var alice = await Server.CreateUserAsync("alice");
        var key =
            (await Server.CallAsync("CreateAccessKey", new { IamUserArn = Alice }))["AccessKeyId"]!.GetValue<string>();
        await Server.CallAsync(
            "SetPermission", new { StackId = await Server.CreateStackAsync(), IamUserArn = Alice, Level = "show" });

        await Server.CallAsync("DeleteUserProfile", new { IamUserArn = Alice });

        Assert.Null(await Server.Plane.FindAccessKeyAsync(key, Ct));
        Assert.Empty((await Server.CallAsync("DescribePermissions"))["Permissions"]!.AsArray());
        await RequireRefusalAsync(
            "nobody can remove themselves", "DeleteUserProfile", new { IamUserArn = Server.Admin.UserArn });
        var refusal = await Server.RequireRefusalAsync(
            "SetPermission", new { StackId = "x", IamUserArn = alice.UserArn });
        Assert.Equal("ResourceNotFoundException", refusal.Code);
    }

    [Fact]
    public async Task The_time_of_the_last_use_of_a_key_is_stored()
    {
        var key = (await Server.CallAsync("DescribeAccessKeys"))["AccessKeys"]![0]!["AccessKeyId"]!.GetValue<string>();
        Server.Plane.NoteUse((await Server.Plane.FindAccessKeyAsync(key, Ct))!);

        await Server.Plane.NoteUseAsync(Ct);

        Assert.Equal(
            "2026-11-24T12:00:00+00:00",
            (await Server.CallAsync("DescribeAccessKeys"))["AccessKeys"]![0]!["LastUsedAt"]!.GetValue<string>());
    }

    // Random, because PostgreSQL compresses what repeats before it measures the row of an index.
    private static string Characters(int count) =>
        RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+=,.@_-", count);
}
