using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description("Disables an access key, or enables it again.")]
internal sealed class UpdateAccessKey : Change<UpdateAccessKey.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var key = await CredentialOwner.GetAsync<AccessKey>(request.AccessKeyId, key => key.IamUserArn, call);
        await CredentialLock.TakeAsync(call.Store, key.IamUserArn);
        await call.Store.SaveAsync(key, key with { Disabled = request.Disabled });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The key.")]
        public required string AccessKeyId { get; init; }

        [Description("Whether it is refused from now on.")]
        public required bool Disabled { get; init; }
    }
}
