using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description("Deletes an access key. Calls signed with it are refused from now on.")]
internal sealed class DeleteAccessKey : Change<DeleteAccessKey.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var key = await CredentialOwner.GetAsync<AccessKey>(request.AccessKeyId, key => key.IamUserArn, call);
        await CredentialLock.TakeAsync(call.Store, key.IamUserArn);
        await call.Store.RemoveAsync(key);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The key.")]
        public required string AccessKeyId { get; init; }
    }
}
