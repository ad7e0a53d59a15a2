using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Layers;

[Description("Creates a layer in a stack.")]
internal sealed class CreateLayer : Change<CreateLayer.Request, CreateLayer.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.NoMoreThan(
            call.Server.Limits.LayersPerStack, await call.Store.CountAsync<Layer>(stack.StackId), "layers in a stack");
        var id = call.NewId();
        var layer = (Layer)request.MergeInto(Layer.DefaultsOf(request.Type)).MergeInto(new Layer
        {
            LayerId = id,
            StackId = stack.StackId,
            Arn = Arn.Of("layer", stack.Region, call.Server.Account, id),
            Type = request.Type,
            CreatedAt = call.Now,
        });
        layer = layer.Type == LayerType.Custom ? layer : layer with { Shortname = EnumNames.Of(layer.Type) };
        await call.Store.AddAsync(SecretAttributes.Hide(LayerRules.Check(layer)));
        return new(id);
    }

    [Requires("Name", "Shortname")]
    internal sealed record Request : LayerSettings
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("custom, or a legacy built-in type, which is only a name here and has no built-in recipes.")]
        public required LayerType Type { get; init; }
    }

    internal sealed record Response(string LayerId);
}
