using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Tags;

[Description("Removes tags from a stack or layer.")]
internal sealed class UntagResource : Change<UntagResource.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call) => await TaggedArn.ByArnAsync(
        request.ResourceArn,
        async id =>
        {
            var stack = await call.GetAsync<Stack>(id);
            await call.Store.SaveAsync(stack, stack with { Tags = Without(stack.Tags, request.TagKeys) });
            return Empty.Value;
        },
        async id =>
        {
            var layer = await call.GetAsync<Layer>(id);
            await call.Store.SaveAsync(layer, layer with { Tags = Without(layer.Tags, request.TagKeys) });
            return Empty.Value;
        });

    private static IReadOnlyDictionary<string, string> Without(
        IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> keys) =>
        tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary();

    internal sealed record Request
    {
        [Description("The ARN of a stack or layer.")]
        public required string ResourceArn { get; init; }

        [Description("The keys to remove.")]
        public required IReadOnlyList<string> TagKeys { get; init; }
    }
}
