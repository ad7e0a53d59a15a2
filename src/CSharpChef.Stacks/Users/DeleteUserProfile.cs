namespace CSharpChef.Stacks;

internal static partial class OperationCatalog
{
    private static readonly Operation deleteUserProfile = Add(new DeleteUserProfile());
}

[Says("Removes a user, with all keys, tokens and permissions.")]
internal sealed class DeleteUserProfile : Operation<DeleteUserProfile.Request, Nothing>
{
    public override Right Right => Right.Admin;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var user = await call.GetAsync<UserProfile>(request.IamUserArn);
        if (user.IamUserArn == call.Caller.UserArn)
        {
            throw Refuse.Invalid("IamUserArn", "is the caller: nobody can remove themselves");
        }

        await RemoveAllAsync<Permission>(user, call);
        await RemoveAllAsync<AccessKey>(user, call);
        await RemoveAllAsync<Token>(user, call);
        await call.Store.RemoveAsync(user);
        return Nothing.Here;
    }

    private static async Task RemoveAllAsync<T>(UserProfile user, Call call)
        where T : class, IDocument
    {
        foreach (var document in await call.Store.ListAsync<T>(user.IamUserArn))
        {
            await call.Store.RemoveAsync(document);
        }
    }

    internal sealed record Request
    {
        [Says("The user.")]
        public required string IamUserArn { get; init; }
    }
}
