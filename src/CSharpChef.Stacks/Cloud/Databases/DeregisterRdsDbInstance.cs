using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Databases;

[Says("Takes a database out of its stack. The database itself stays.")]
internal sealed class DeregisterRdsDbInstance : Operation<DeregisterRdsDbInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<RdsDbInstance>(request.RdsDbInstanceArn));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The database.")]
        public required string RdsDbInstanceArn { get; init; }
    }
}
