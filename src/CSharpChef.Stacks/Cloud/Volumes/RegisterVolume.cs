using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Registers a volume with a stack, as data for recipes.")]
internal sealed class RegisterVolume : Change<RegisterVolume.Request, RegisterVolume.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.Text("Ec2VolumeId", request.Ec2VolumeId, 255);
        var id = call.NewId();
        await call.Store.AddAsync(new Volume
        {
            VolumeId = id,
            StackId = stack.StackId,
            Ec2VolumeId = Patch.Merge(request.Ec2VolumeId, null),
            Status = "available",
            Region = stack.Region,
            AvailabilityZone = stack.DefaultAvailabilityZone,
        });
        return new(id);
    }

    internal sealed record Request
    {
        [Description("The volume's id at its provider.")]
        public string? Ec2VolumeId { get; init; }

        [Description("The stack.")]
        public required string StackId { get; init; }
    }

    internal sealed record Response(string VolumeId);
}
