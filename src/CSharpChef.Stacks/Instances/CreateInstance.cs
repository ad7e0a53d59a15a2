using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Makes the record of an instance, stopped. StartInstance brings a machine for it.")]
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
            request.Over(Instance.Defaults with { Os = stack.DefaultOs, SshKeyName = stack.DefaultSshKeyName });
        settings = settings with
        {
            Hostname = settings.Hostname
            ?? await Hostnames.SuggestAsync(stack, layers[0], call.Store)
        };
        await call.Store.AddAsync(InstanceRules.Check((Instance)settings.Over(New(id, stack, request, call))));
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
        VirtualizationType = Patch.ParseWord<VirtualizationType>("VirtualizationType", request.VirtualizationType),
        RootDeviceType = request.RootDeviceType ?? stack.DefaultRootDeviceType,
        BlockDeviceMappings = request.BlockDeviceMappings,
        Platform = "Linux",
    };

    [Requires("LayerIds", "InstanceType")]
    internal sealed record Request : InstanceSettings
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("A label; the stack's if not given.")]
        public string? AvailabilityZone { get; init; }

        [Description("paravirtual or hvm. Kept for clients that send it.")]
        public string? VirtualizationType { get; init; }

        [Description("A label; the stack's if not given.")]
        public string? SubnetId { get; init; }

        [Description("Whether a stopped machine keeps its disk: ebs keeps it. The stack's if not given.")]
        public RootDeviceType? RootDeviceType { get; init; }

        [Description("Disks of the machine. Kept as data for providers.")]
        public IReadOnlyList<BlockDeviceMapping>? BlockDeviceMappings { get; init; }

        [Description("default, dedicated or host. Kept for clients that send it.")]
        public string? Tenancy { get; init; }
    }

    internal sealed record Response(string InstanceId);
}
