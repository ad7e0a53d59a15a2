using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.Registered;

[Description(
    "Tells the server how to log in to an existing machine that has the key of the stack, and registers it when the stack has no instance for it. Returns at once.")]
internal sealed class RegisterMachine : Change<RegisterMachine.Request, RegisterMachine.Response>
{
    private const int LastPort = 65535;

    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        HostKeyRules.Check(request.HostKeys);
        Validate.Range("Port", request.Port, 1, LastPort);
        var known = RegisteredMachine.Find(await call.Store.ListAsync<Instance>(stack.StackId), request);
        var before = known ?? await NewRegistered.InAsync(stack, call);
        var after = InstanceRules.Check(RegisteredMachine.Seen(before, request, call));
        await (known is null
            ? call.Store.AddLifeAsync(after)
            : call.Store.SaveLifeAsync(known, after));
        return new(after.InstanceId, after.Hostname!, known is null);
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The hostname of a new instance, unique in the stack.")]
        public required string Hostname { get; init; }

        [Description("The IP address at which the server reaches the machine.")]
        public required string Address { get; init; }

        [Description("The port of sshd. Default: 22.")]
        public int? Port { get; init; }

        [Description("The public host keys of the machine, as in /etc/ssh/ssh_host_*_key.pub.")]
        public required IReadOnlyList<string> HostKeys { get; init; }

        [Description("The public IP address.")]
        public string? PublicIp { get; init; }

        [Description("The private IP address.")]
        public string? PrivateIp { get; init; }

        [Description("The operating system of the machine.")]
        public ReportedOs? ReportedOs { get; init; }
    }

    internal sealed record Response(string InstanceId, string Hostname, bool IsNew);
}
