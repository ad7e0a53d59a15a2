using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Returns the next free hostname of the stack's theme, without reserving it.")]
internal sealed class GetHostnameSuggestion : Query<GetHostnameSuggestion.Request, GetHostnameSuggestion.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var stack = await call.GetAsync<Stack>(layer.StackId);
        return new(layer.LayerId, await Hostnames.SuggestAsync(stack, layer, call.Store));
    }

    internal sealed record Request
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }
    }

    internal sealed record Response(string LayerId, string Hostname);
}
