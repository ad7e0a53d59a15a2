using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.Registered;

[Description("Registers an existing machine with a stack. It stays registering until csharpchef instance register has told the server how to log in to it.")]
internal sealed class RegisterInstance : Change<RegisterInstance.Request, RegisterInstance.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var instance = await NewRegistered.InAsync(stack, call);
        instance = instance with
        {
            Hostname = Patch.Merge(request.Hostname, null) ?? $"registered-{instance.InstanceId[^12..]}",
            PublicIp = MachineAddress.Check("PublicIp", request.PublicIp, call.Server),
            PrivateIp = MachineAddress.Check("PrivateIp", request.PrivateIp, call.Server),
            Registration = new(
                request.RsaPublicKey,
                request.RsaPublicKeyFingerprint,
                request.InstanceIdentity?.Document,
                request.InstanceIdentity?.Signature),
        };
        await call.Store.AddAsync(InstanceRules.Check(instance));
        return new(instance.InstanceId);
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The hostname, unique in the stack.")]
        public string? Hostname { get; init; }

        [Description("The public IP address.")]
        public string? PublicIp { get; init; }

        [Description("The private IP address.")]
        public string? PrivateIp { get; init; }

        [Description("The public key of the former agent.")]
        [Limit(Limits.KeyBytes)]
        [Multiline]
        public string? RsaPublicKey { get; init; }

        [Description("The fingerprint of that key.")]
        public string? RsaPublicKeyFingerprint { get; init; }

        [Description("The cloud's signed identity document.")]
        public InstanceIdentity? InstanceIdentity { get; init; }
    }

    internal sealed record Response(string InstanceId);
}
