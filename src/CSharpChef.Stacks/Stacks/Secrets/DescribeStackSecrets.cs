using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks.Secrets;

[Description("Lists the names of a stack's secrets, with who stored each of them and when. No value is shown.")]
internal sealed class DescribeStackSecrets : Query<StackRequest, DescribeStackSecrets.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        return new(call.Read<StackSecret>(await call.Store.IdsAsync<StackSecret>(stack.StackId)));
    }

    internal sealed record Response(IAsyncEnumerable<StackSecret> Secrets);
}
