namespace CSharpChef.Stacks;

internal static partial class OperationCatalog
{
    private static readonly Operation deregisterVolume = Add(new DeregisterVolume());
}

[Says("Takes a volume out of its stack. The volume itself stays.")]
internal sealed class DeregisterVolume : Operation<DeregisterVolume.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (volume.InstanceId is { } instance)
        {
            throw Refuse.Invalid($"Volume {volume.VolumeId} is assigned to the instance {instance}: unassign it first.");
        }

        await call.Store.RemoveAsync(volume);
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The volume.")]
        public required string VolumeId { get; init; }
    }
}
