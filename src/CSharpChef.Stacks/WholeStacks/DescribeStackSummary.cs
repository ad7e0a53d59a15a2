using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description("Counts a stack's layers and apps, and its instances by status.")]
internal sealed class DescribeStackSummary : Query<StackRequest, DescribeStackSummary.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        return new(new(
            stack.StackId,
            stack.Name!,
            stack.Arn,
            await call.Store.CountAsync<Layer>(stack.StackId),
            await call.Store.CountAsync<App>(stack.StackId),
            await InstancesCount.OfAsync(stack.StackId, call.Store)));
    }

    internal sealed record Response(Summary StackSummary);

    internal sealed record Summary(
        string StackId, string Name, string Arn, int LayersCount, int AppsCount, InstancesCount InstancesCount);
}
