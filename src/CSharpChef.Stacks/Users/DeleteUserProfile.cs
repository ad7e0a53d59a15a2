using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Stacks.Users;

[Description("Deletes a user with all keys, tokens and permissions.")]
internal sealed class DeleteUserProfile : Change<DeleteUserProfile.Request, Empty>
{
    public override Right Right => Right.Admin;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        if (user.IamUserArn == call.Caller.UserArn)
        {
            throw ApiError.Invalid("IamUserArn", "is the caller: nobody can remove themselves");
        }

        await CredentialLock.TakeAsync(call.Store, user.IamUserArn);
        await StackLogins.UserChangedAsync(call.Store, user.IamUserArn);
        await call.Store.RemoveAllAsync<Permission>(user.IamUserArn);
        await call.Store.RemoveAllAsync<AccessKey>(user.IamUserArn);
        await TokenRules.RemoveAllAsync(call.Store, user);
        await call.Store.RemoveAsync(user);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The user.")]
        public required string IamUserArn { get; init; }
    }
}
