using CSharpChef.Converge.Ssh;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks.Keys;

[Description(
    "Describes the public key with which the server logs in to the stack's machines, as a line of authorized_keys.")]
internal sealed class DescribeStackSshKey : Query<StackRequest, DescribeStackSshKey.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var key = stack.SshKey ?? throw ApiError.Invalid(
            $"The stack {stack.StackId} was created by an earlier release and has no SSH key yet: restart the server, which makes one.");
        return new(key.LineFor(stack.Name), KeyFingerprint.Of(key.PublicKey));
    }

    internal sealed record Response(string PublicKey, string Fingerprint);
}
