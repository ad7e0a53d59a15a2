using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

[Description("Updates a stack's settings. Machines receive them with their next command.")]
internal sealed class UpdateStack : Change<UpdateStack.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        if (request.ServiceRoleArn is { Length: > 0 } role && role != stack.ServiceRoleArn)
        {
            throw ApiError.Invalid("ServiceRoleArn", "cannot be changed");
        }

        var current = await SourceUrls.OpenAsync(stack, stack.CustomCookbooksSource, call.Store);
        var changed = StackRules.Check((Stack)request.MergeInto(stack with { CustomCookbooksSource = current }));
        var source = StackRules.SourceChange(request.CustomCookbooksSource, current, changed);
        source.CheckUrl(call.Caller, call.Server.Sources);
        await call.Store.SaveAsync(
            stack with { CustomCookbooksSource = SourceUrls.Filter(stack.CustomCookbooksSource) },
            changed with { CustomCookbooksSource = source.Stored },
            [.. SupportedOs.Warnings("DefaultOs", changed.DefaultOs, stack.DefaultOs), .. source.Warnings]);
        return Empty.Value;
    }

    internal sealed record Request : StackSettings
    {
        [Description("The stack.")]
        public required string StackId { get; init; }
    }
}
