using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Changes the caller's own public key, where that is allowed.")]
internal sealed class UpdateMyUserProfile : Change<UpdateMyUserProfile.Request, Empty>
{
    public override Right Right => Right.SignedIn;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(call.Caller.UserArn);
        if (!user.AllowSelfManagement && call.Caller.Role != UserRole.Admin)
        {
            throw ApiError.Denied(
                $"{user.IamUserArn} may not change their own profile: an administrator has to set AllowSelfManagement.");
        }

        UserRules.PublicKey(request.SshPublicKey);
        var changed = user with { SshPublicKey = Patch.Merge(request.SshPublicKey, user.SshPublicKey) };
        await call.Store.SaveAsync(user, changed, UserRules.Warnings(changed, user));
        if (changed.SshPublicKey != user.SshPublicKey)
        {
            await StackLogins.UserChangedAsync(call.Store, user.IamUserArn);
        }

        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The public SSH key, as in a .pub file.")]
        [Limit(Limits.KeyBytes)]
        [Multiline]
        public string? SshPublicKey { get; init; }
    }
}
