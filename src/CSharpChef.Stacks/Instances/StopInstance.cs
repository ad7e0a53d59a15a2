using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Description("Stops an instance after its Shutdown recipes. Returns at once.")]
internal sealed class StopInstance : Change<StopInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveLifeAsync(
            instance, InstanceStates.Stop(instance, request.Force == true, call.Caller.UserArn, call.Now));
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description(
            "Stops at once and drops the machine from the record, whatever its state: the machine must be removed by hand.")]
        public bool? Force { get; init; }
    }
}
