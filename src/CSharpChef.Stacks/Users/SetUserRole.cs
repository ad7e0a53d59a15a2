using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Says("Says what a user may do on the whole server.")]
internal sealed class SetUserRole : Change<SetUserRole.Request, Nothing>
{
    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        if (user.IamUserArn == call.Caller.UserArn)
        {
            throw Refuse.Invalid("IamUserArn", "is the caller: nobody can change their own role");
        }

        await call.Store.SaveAsync(user, user with { Role = request.Role });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The user.")]
        public required string IamUserArn { get; init; }

        [Says("member: what permissions grant. creator: also makes stacks. admin: everything.")]
        public required UserRole Role { get; init; }
    }
}
