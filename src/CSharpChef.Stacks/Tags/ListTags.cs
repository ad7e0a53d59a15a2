using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Tags;

[Description("Lists the tags of a stack, or of a layer including inherited ones.")]
internal sealed class ListTags : Query<ListTags.Request, ListTags.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        if (request.MaxResults is not null || request.NextToken is { Length: > 0 })
        {
            throw ApiError.Invalid("MaxResults and NextToken are not supported: all tags are listed at once.");
        }

        return new(await TaggedArn.ByArnAsync(
            request.ResourceArn,
            async id => (await call.GetAsync<Stack>(id)).Tags,
            async id => await AllTagsAsync(await call.GetAsync<Layer>(id), call)));
    }

    private static async Task<IReadOnlyDictionary<string, string>> AllTagsAsync(Layer layer, Call call)
    {
        var tags = (await call.GetAsync<Stack>(layer.StackId)).Tags.ToDictionary();
        foreach (var (key, value) in layer.Tags)
        {
            tags[key] = value;
        }

        return tags;
    }

    internal sealed record Request
    {
        [Description("The ARN of a stack or layer.")]
        public required string ResourceArn { get; init; }

        [Description("Not supported.")]
        public int? MaxResults { get; init; }

        [Description("Not supported.")]
        public string? NextToken { get; init; }
    }

    internal sealed record Response(IReadOnlyDictionary<string, string> Tags, string? NextToken = null);
}
