using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Stacks.Users;

[Description("Sets what a user may do on the whole server.")]
internal sealed class SetUserRole : Change<SetUserRole.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        if (user.IamUserArn == call.Caller.UserArn)
        {
            throw ApiError.Invalid("IamUserArn", "is the caller: nobody can change their own role");
        }

        await CredentialLock.TakeAsync(call.Store, user.IamUserArn);
        await call.Store.SaveAsync(user, user with { Role = request.Role });
        if (request.Role == UserRole.Admin && user.Role != UserRole.Admin)
        {
            await DenyLevel.RemoveAsync(call.Store, user.IamUserArn);
        }

        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The user.")]
        public required string IamUserArn { get; init; }

        [Description("member: what permissions grant. creator: may also create stacks. admin: everything; the level deny is removed from the user's permissions.")]
        public required UserRole Role { get; init; }
    }
}
