using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Deletes a stopped instance and its machine. An instance with a machine is terminating until the machine is gone.")]
internal sealed class DeleteInstance : Change<DeleteInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.RequireDeletable(instance);
        if (InstanceStates.MayHaveMachine(instance))
        {
            await call.Store.SaveLifeAsync(instance, Deleting(request, instance, call));
        }
        else
        {
            await InstanceDependents.RemoveAsync(
                instance, request.DeleteElasticIp == true, request.DeleteVolumes == true, call.Store);
            await call.Store.RemoveAsync(instance);
        }

        return Empty.Value;
    }

    private static Instance Deleting(Request request, Instance instance, Call call)
    {
        var deleting = InstanceStates.Delete(instance, call.Caller.UserArn, call.Now);
        return deleting with
        {
            Machine = deleting.Life with
            {
                DeletesAddress = request.DeleteElasticIp == true,
                DeletesVolumes = request.DeleteVolumes == true,
            },
        };
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description(
            "Whether to deregister the instance's Elastic IP too. Otherwise it stays registered with the stack.")]
        public bool? DeleteElasticIp { get; init; }

        [Description(
            "Whether to deregister the instance's volumes too. Otherwise they stay registered with the stack.")]
        public bool? DeleteVolumes { get; init; }
    }
}
