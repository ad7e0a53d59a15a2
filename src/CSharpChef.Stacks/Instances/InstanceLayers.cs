using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Instances;

internal static class InstanceLayers
{
    /// <summary>Returns the layers with the given ids, which must belong to the stack.</summary>
    public static async Task<IReadOnlyList<Layer>> GetAsync(string stack, IReadOnlyList<string> ids, Call call)
    {
        if (ids.Count == 0)
        {
            throw ApiError.Invalid("LayerIds", "must name at least one layer");
        }

        var layers = await call.GetAsync<Layer>(ids);
        return layers.FirstOrDefault(layer => layer.StackId != stack) is { } foreign
            ? throw ApiError.Invalid(
                "LayerIds", $"names the layer {foreign.LayerId}, which is not in the stack {stack}")
            : layers;
    }
}
