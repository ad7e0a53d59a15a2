using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.Registered;

/// <summary>Makes the instance of a machine that is registered, as far as all have it in common.</summary>
internal static class NewRegistered
{
    public static async Task<Instance> InAsync(Stack stack, Call call)
    {
        Validate.NoMoreThan(
            call.Server.Limits.InstancesPerStack,
            await call.Store.CountAsync<Instance>(stack.StackId),
            "instances in a stack");
        var id = call.NewId();
        return new Instance
        {
            InstanceId = id,
            StackId = stack.StackId,
            Arn = Arn.Of("instance", stack.Region, call.Server.Account, id),
            Status = InstanceStatus.Registering,
            CreatedAt = call.Now,
            InfrastructureClass = Instance.OnPremises,
            RegisteredBy = call.Caller.UserArn,
            LayerIds = [],
            InstanceType = Instance.OnPremises,
            Os = stack.DefaultOs,
            Architecture = Instance.Defaults.Architecture,
            InstallUpdatesOnBoot = Instance.Defaults.InstallUpdatesOnBoot,
            EbsOptimized = Instance.Defaults.EbsOptimized,
            AgentVersion = Instance.Defaults.AgentVersion,
            RootDeviceType = RootDeviceType.Ebs,
            VirtualizationType = VirtualizationType.Hvm,
            Platform = "Linux",
        };
    }
}
