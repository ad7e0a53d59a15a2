using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Tags;

[Says("Gives a stack or layer tags; those with the same keys are replaced.")]
internal sealed class TagResource : Change<TagResource.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call) => await Tagged.ByArnAsync(
        request.ResourceArn,
        async id =>
        {
            var stack = await call.GetAsync<Stack>(id);
            await call.Store.SaveAsync(stack, stack with { Tags = TagRules.Add(request.Tags, stack.Tags) });
            return Nothing.Here;
        },
        async id =>
        {
            var layer = await call.GetAsync<Layer>(id);
            await call.Store.SaveAsync(layer, layer with { Tags = TagRules.Add(request.Tags, layer.Tags) });
            return Nothing.Here;
        });

    internal sealed record Request
    {
        [Says("The ARN of a stack or layer.")]
        public required string ResourceArn { get; init; }

        [Says("40 at most; keys up to 127 characters, values up to 255.")]
        public required IReadOnlyDictionary<string, string> Tags { get; init; }
    }
}
