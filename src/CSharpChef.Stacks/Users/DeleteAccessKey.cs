using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Says("Removes an access key. What is signed with it is refused from now on.")]
internal sealed class DeleteAccessKey : Change<DeleteAccessKey.Request, Nothing>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var key = await call.GetAsync<AccessKey>(request.AccessKeyId);
        OwnUser.Require(key.IamUserArn, call);
        await call.Store.RemoveAsync(key);
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The key.")]
        public required string AccessKeyId { get; init; }
    }
}
