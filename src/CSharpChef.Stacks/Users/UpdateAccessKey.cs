using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Says("Disables an access key, or enables it again.")]
internal sealed class UpdateAccessKey : Change<UpdateAccessKey.Request, Nothing>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var key = await call.GetAsync<AccessKey>(request.AccessKeyId);
        OwnUser.Require(key.IamUserArn, call);
        await call.Store.SaveAsync(key, key with { Disabled = request.Disabled });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The key.")]
        public required string AccessKeyId { get; init; }

        [Says("Whether it is refused from now on.")]
        public required bool Disabled { get; init; }
    }
}
