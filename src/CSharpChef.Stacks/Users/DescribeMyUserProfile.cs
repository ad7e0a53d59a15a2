using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Describes the caller.")]
internal sealed class DescribeMyUserProfile : Query<Empty, DescribeMyUserProfile.Response>
{
    public override Right Right => Right.SignedIn;

    protected override async Task<Response> RunAsync(Empty request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(call.Caller.UserArn);
        return new(new(user.IamUserArn, user.Name, user.SshUsername, user.SshPublicKey));
    }

    internal sealed record Response(Myself UserProfile);

    internal sealed record Myself(string IamUserArn, string Name, string SshUsername, string? SshPublicKey);
}
