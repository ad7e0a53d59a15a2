using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Instances;

internal static class InstanceLayers
{
    /// <summary>The layers of the ids, all of one stack.</summary>
    public static async Task<IReadOnlyList<Layer>> GetAsync(string stack, IReadOnlyList<string> ids, Call call)
    {
        if (ids.Count == 0)
        {
            throw ApiError.Invalid("LayerIds", "must name one layer at least");
        }

        var layers = await call.GetAsync<Layer>(ids);
        return layers.FirstOrDefault(layer => layer.StackId != stack) is { } foreign
            ? throw ApiError.Invalid("LayerIds", $"names the layer {foreign.LayerId}, which is not in the stack {stack}")
            : layers;
    }
}
