using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description(
    "Describes how to log in to the machine of an instance: its address, its host keys, and the account of the caller.")]
internal sealed class DescribeInstanceConnection
    : Query<InstanceRequest, DescribeInstanceConnection.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        var user = await call.GetAsync<UserProfile>(call.Caller.UserArn);
        var permission = await call.Store.FindAsync<Permission>(
            Permission.IdOf(instance.StackId, call.Caller.UserArn));
        return new(instance.Hostname!, instance.Life.Port, instance.Life.HostKeys, user.SshUsername)
        {
            Address = instance.Life.Address ?? instance.PrivateIp ?? instance.PublicIp,
            AllowSsh = permission is { AllowSsh: true },
            LoginProblem = instance.Life.LoginProblem,
        };
    }

    internal sealed record Response(string Hostname, int Port, IReadOnlyList<string> HostKeys, string SshUsername)
    {
        /// <summary>The address that the server dials; null while it is not known.</summary>
        public string? Address { get; init; }

        /// <summary>Whether the caller has an account on the machines of the stack.</summary>
        public bool AllowSsh { get; init; }

        /// <summary>Why the server cannot log in to a machine that is registered; null when it can.</summary>
        public string? LoginProblem { get; init; }
    }
}
