using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Creates an instance in state stopped, without a machine. StartInstance requests its machine.")]
internal sealed class CreateInstance : Change<CreateInstance.Request, CreateInstance.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var layers = await InstanceLayers.GetAsync(stack.StackId, request.LayerIds ?? [], call);
        Validate.NoMoreThan(
            call.Server.Limits.InstancesPerStack,
            await call.Store.CountAsync<Instance>(stack.StackId),
            "instances in a stack");
        var id = call.NewId();
        var settings =
            request.MergeInto(Instance.Defaults with { Os = stack.DefaultOs, SshKeyName = stack.DefaultSshKeyName });
        settings = settings with
        {
            Hostname = settings.Hostname
            ?? await Hostnames.SuggestAsync(stack, layers[0], call.Store)
        };
        var instance = InstanceRules.Check((Instance)settings.MergeInto(New(id, stack, request, call)));
        await call.Store.AddAsync(
            instance,
            [.. SupportedOs.Warnings("Os", instance.Os, before: null), .. SharedMountPoints.Warnings(layers)]);
        return new(id);
    }

    private static Instance New(string id, Stack stack, Request request, Call call) => new()
    {
        InstanceId = id,
        StackId = stack.StackId,
        Arn = Arn.Of("instance", stack.Region, call.Server.Account, id),
        Status = InstanceStatus.Stopped,
        CreatedAt = call.Now,
        AvailabilityZone = Patch.Merge(request.AvailabilityZone, stack.DefaultAvailabilityZone),
        SubnetId = Patch.Merge(request.SubnetId, stack.DefaultSubnetId),
        Tenancy = Patch.Merge(request.Tenancy, "default"),
        VirtualizationType = Patch.ParseName<VirtualizationType>("VirtualizationType", request.VirtualizationType)
            ?? Hardware.VirtualizationType.Hvm,
        RootDeviceType = request.RootDeviceType ?? stack.DefaultRootDeviceType,
        BlockDeviceMappings = request.BlockDeviceMappings,
        Platform = "Linux",
    };

    [Requires("LayerIds", "InstanceType")]
    internal sealed record Request : InstanceSettings
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("A label. Default: the stack's.")]
        public string? AvailabilityZone { get; init; }

        [Description("paravirtual or hvm. Stored but not used. Default: hvm.")]
        public string? VirtualizationType { get; init; }

        [Description("A label. Default: the stack's.")]
        public string? SubnetId { get; init; }

        [Description("The root device type: with ebs a stopped machine keeps its disk. Default: the stack's.")]
        public RootDeviceType? RootDeviceType { get; init; }

        [Description("Disks of the machine, stored as data for providers.")]
        [Limit(50)]
        public IReadOnlyList<BlockDeviceMapping>? BlockDeviceMappings { get; init; }

        [Description("default, dedicated or host. Stored but not used.")]
        public string? Tenancy { get; init; }
    }

    internal sealed record Response(string InstanceId);
}
