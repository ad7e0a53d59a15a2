using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Keys;

namespace CSharpChef.Stacks.Users.MachineKeys;

[Description(
    "Makes a new key with which the server logs in to the stack's machines. Each machine gets it as soon as the server reaches the machine, and then accepts the former key no longer. DescribeStackSshKey lists the machines that wait.")]
internal sealed class RotateStackSshKey : Change<StackRequest, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var former = StackKeys.Require(stack);
        var instances = await call.Store.ListAsync<Instance>(stack.StackId);
        if (stack.KeyRotation is { FormerKeys.Count: >= StackKeyRotation.MostFormerKeys } unfinished)
        {
            throw ApiError.Invalid(
                $"The stack {stack.Name} has {StackKeyRotation.MostFormerKeys} former keys already, which these machines may still accept: {Names(unfinished, instances)}. Start or deregister them first.");
        }

        var machines = instances.Where(HasKey).Select(instance => instance.InstanceId).ToList();
        await call.Store.SaveAsync(stack, stack with
        {
            SshKey = StackKey.New(),
            KeyRotation = StackKeyRotation.With(stack.KeyRotation, former, machines),
        });
        await StackLogins.ChangedAsync(call.Store, stack.StackId);
        return Empty.Value;
    }

    private static bool HasKey(Instance instance) => instance.IsRegistered
        ? instance.Life.HostKeys.Count > 0
        : instance.Ec2InstanceId is not null || instance.Life.IsLaunching;

    private static string Names(StackKeyRotation rotation, IEnumerable<Instance> instances) => string.Join(
        ", ",
        instances.Where(instance => rotation.Waiting.ContainsKey(instance.InstanceId))
            .Select(instance => instance.Hostname));
}
