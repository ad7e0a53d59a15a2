using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Description("Requests a machine for a stopped instance. Returns at once; DescribeInstances shows the progress.")]
internal sealed class StartInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveIfChangedAsync(instance, InstanceStates.Start(instance));
        return Empty.Value;
    }
}
