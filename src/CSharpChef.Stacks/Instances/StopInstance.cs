using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Says("Stops an instance, after its Shutdown recipes. Returns at once.")]
internal sealed class StopInstance : Change<StopInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveIfChangedAsync(instance, InstanceStates.Stop(instance, request.Force == true));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The instance.")]
        public required string InstanceId { get; init; }

        [Says("Forgets the machine, whatever its state: it has to be removed by hand.")]
        public bool? Force { get; init; }
    }
}
