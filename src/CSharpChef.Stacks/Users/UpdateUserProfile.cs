using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Says("Changes a user.")]
internal sealed class UpdateUserProfile : Change<UpdateUserProfile.Request, Nothing>
{
    public override Right Right => Right.Admin;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        UserRules.PublicKey(request.SshPublicKey);
        await call.Store.SaveAsync(user, user with
        {
            SshUsername = UserRules.SshUsername(
                string.IsNullOrEmpty(request.SshUsername) ? user.SshUsername : request.SshUsername),
            SshPublicKey = Given.Over(request.SshPublicKey, user.SshPublicKey),
            AllowSelfManagement = request.AllowSelfManagement ?? user.AllowSelfManagement,
        });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The user.")]
        public required string IamUserArn { get; init; }

        [Says("Their account on machines.")]
        public string? SshUsername { get; init; }

        [Says("Their public key, as in a .pub file.")]
        public string? SshPublicKey { get; init; }

        [Says("Whether they may change their own public key.")]
        public bool? AllowSelfManagement { get; init; }
    }
}
