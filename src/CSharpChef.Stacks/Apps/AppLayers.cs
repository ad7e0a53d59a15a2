using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Apps;

/// <summary>Which instances an app is for.</summary>
internal static class AppLayers
{
    /// <summary>Requires that the layers exist in the stack.</summary>
    public static Task CheckAsync(string stack, IReadOnlyList<string>? layers, Call call) =>
        layers is { Count: > 0 } ? InstanceLayers.GetAsync(stack, layers, call) : Task.CompletedTask;

    /// <summary>
    /// Whether the app is for an instance: one of a layer that the app names, or of any when it names none.
    /// </summary>
    public static bool IsFor(App app, Instance instance) =>
        app.LayerIds is not { Count: > 0 } layers || layers.Intersect(instance.LayerIds ?? []).Any();
}
