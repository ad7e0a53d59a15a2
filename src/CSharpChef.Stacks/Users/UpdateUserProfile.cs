using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Changes a user.")]
internal sealed class UpdateUserProfile : Change<UpdateUserProfile.Request, Empty>
{
    public override Right Right => Right.Admin;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        UserRules.PublicKey(request.SshPublicKey);
        var changed = user with
        {
            SshUsername = UserRules.SshUsername(
                string.IsNullOrEmpty(request.SshUsername) ? user.SshUsername : request.SshUsername),
            SshPublicKey = Patch.Merge(request.SshPublicKey, user.SshPublicKey),
            AllowSelfManagement = request.AllowSelfManagement ?? user.AllowSelfManagement,
        };
        await call.Store.SaveAsync(user, changed, UserRules.Warnings(changed, user));
        if ((changed.SshUsername, changed.SshPublicKey) != (user.SshUsername, user.SshPublicKey))
        {
            await StackLogins.UserChangedAsync(call.Store, user.IamUserArn);
        }

        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The user.")]
        public required string IamUserArn { get; init; }

        [Description("The account on machines.")]
        public string? SshUsername { get; init; }

        [Description("The public SSH key, as in a .pub file.")]
        [Limit(Limits.KeyBytes)]
        [Multiline]
        public string? SshPublicKey { get; init; }

        [Description("Whether the user may change their own public key.")]
        public bool? AllowSelfManagement { get; init; }
    }
}
