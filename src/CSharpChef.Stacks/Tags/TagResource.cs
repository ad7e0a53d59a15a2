using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Tags;

[Description("Adds tags to a stack or layer. Tags with the same key are replaced.")]
internal sealed class TagResource : Change<TagResource.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call) => await TaggedArn.ByArnAsync(
        request.ResourceArn,
        async id =>
        {
            var stack = await call.GetAsync<Stack>(id);
            await call.Store.SaveAsync(stack, stack with { Tags = TagRules.Add(request.Tags, stack.Tags) });
            return Empty.Value;
        },
        async id =>
        {
            var layer = await call.GetAsync<Layer>(id);
            await call.Store.SaveAsync(layer, layer with { Tags = TagRules.Add(request.Tags, layer.Tags) });
            return Empty.Value;
        });

    internal sealed record Request
    {
        [Description("The ARN of a stack or layer.")]
        public required string ResourceArn { get; init; }

        [Description("At most 40 tags; keys up to 127 characters, values up to 255.")]
        public required IReadOnlyDictionary<string, string> Tags { get; init; }
    }
}
