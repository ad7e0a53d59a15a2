using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("Sets how many commands of a stack run at once. Others wait, and each shows what for.")]
internal sealed class SetStackLimits : Change<SetStackLimits.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.Range("RunsAtOnce", request.RunsAtOnce, 0, 10_000);
        await call.Store.SaveAsync(
            stack, stack with { RunsAtOnce = request.RunsAtOnce > 0 ? request.RunsAtOnce : null });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description(
            "The number of commands that run at once on each server; 0 for no limit besides that of the server.")]
        public required int RunsAtOnce { get; init; }
    }
}
