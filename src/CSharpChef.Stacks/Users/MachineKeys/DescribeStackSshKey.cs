using CSharpChef.Converge.Ssh;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Keys;

namespace CSharpChef.Stacks.Users.MachineKeys;

[Description(
    "Describes the public key with which the server logs in to the stack's machines, as a line of authorized_keys, and lists the machines that may still accept a former one.")]
internal sealed class DescribeStackSshKey : Query<StackRequest, DescribeStackSshKey.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var key = StackKeys.Require(stack);
        var waiting = stack.KeyRotation?.Waiting ?? new Dictionary<string, string?>();
        var instances = await call.Store.FindAsync<Instance>([.. waiting.Keys]);
        return new(key.LineFor(stack.Name), KeyFingerprint.Of(key.PublicKey))
        {
            Waiting =
            [
                .. instances.OrderBy(instance => instance.Hostname, StringComparer.Ordinal).Select(
                    instance => new WaitingMachine(instance.InstanceId, instance.Hostname!, instance.Status)
                    {
                        Problem = waiting[instance.InstanceId],
                    }),
            ],
        };
    }

    internal sealed record Response(string PublicKey, string Fingerprint)
    {
        /// <summary>The machines that wait for this key, and accept a former one until they have it.</summary>
        public required IReadOnlyList<WaitingMachine> Waiting { get; init; }
    }

    internal sealed record WaitingMachine(string InstanceId, string Hostname, InstanceStatus Status)
    {
        /// <summary>Why the last try failed; null before the first one.</summary>
        public string? Problem { get; init; }
    }
}
