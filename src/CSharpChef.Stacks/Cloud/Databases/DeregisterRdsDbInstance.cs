using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Databases;

[Description("Deregisters a database from its stack. The database itself is not changed.")]
internal sealed class DeregisterRdsDbInstance : Change<DeregisterRdsDbInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<RdsDbInstance>(request.RdsDbInstanceArn));
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The database's ARN.")]
        public required string RdsDbInstanceArn { get; init; }
    }
}
