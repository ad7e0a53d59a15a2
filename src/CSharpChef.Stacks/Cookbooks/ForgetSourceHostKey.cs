using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cookbooks;

[Description(
    "Forgets the SSH host key that the server of a stack's cookbook source had at its first use. The next fetch stores the key that it sees.")]
internal sealed class ForgetSourceHostKey : Change<StackRequest, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var id = StackCookbooks.IdOf(stack.StackId);
        if (await call.Store.FindAsync<StackCookbooks>(id) is { SshHostKey: not null } known)
        {
            await call.Store.SaveAsync(known, known with { HostKeyOf = null, SshHostKey = null });
        }

        return Empty.Value;
    }
}
