using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Says("Changes the caller's own public key, where that is allowed.")]
internal sealed class UpdateMyUserProfile : Change<UpdateMyUserProfile.Request, Nothing>
{
    public override Right Right => Right.SignedIn;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(call.Caller.UserArn);
        if (!user.AllowSelfManagement && call.Caller.Role != UserRole.Admin)
        {
            throw Refuse.Denied(
                $"{user.IamUserArn} may not change their own profile: an administrator has to set AllowSelfManagement.");
        }

        UserRules.PublicKey(request.SshPublicKey);
        await call.Store.SaveAsync(
            user, user with { SshPublicKey = Given.Over(request.SshPublicKey, user.SshPublicKey) });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The public key, as in a .pub file.")]
        public string? SshPublicKey { get; init; }
    }
}
