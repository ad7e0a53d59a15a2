namespace CSharpChef.Tests.Stacks.Model;

/// <summary>
/// A simple model of a control plane: a few dictionaries and the rules of a dozen operations.
/// </summary>
internal sealed class PlaneModel
{
    public const string Missing = "ResourceNotFoundException";
    public const string Invalid = "ValidationException";

    private readonly Dictionary<string, string> stacks = [];
    private readonly Dictionary<string, (string Stack, string Shortname)> layers = [];
    private readonly Dictionary<string, (string Stack, string Layer, string Hostname, string Status)> instances = [];
    private readonly Dictionary<string, (string Stack, string Shortname, string? Description)> apps = [];

    public IReadOnlyCollection<string> Stacks => stacks.Keys;

    public IReadOnlyCollection<string> Layers => layers.Keys;

    public IReadOnlyCollection<string> Instances => instances.Keys;

    public IReadOnlyCollection<string> Apps => apps.Keys;

    public void AddStack(string id, string name) => stacks.Add(id, name);

    public string? Rename(string stack, string name) =>
        !stacks.ContainsKey(stack) ? Missing : name.Length == 0 ? null : Do(() => stacks[stack] = name);

    public string? DeleteStack(string stack) => !stacks.ContainsKey(stack) ? Missing
        : layers.Values.Any(layer => layer.Stack == stack)
            || instances.Values.Any(instance => instance.Stack == stack)
            || apps.Values.Any(app => app.Stack == stack) ? Invalid
        : Do(() => stacks.Remove(stack));

    /// <summary>The code of the refusal of a new layer; null when it is allowed.</summary>
    public string? LayerRefusal(string stack, string shortname) => !stacks.ContainsKey(stack) ? Missing
        : layers.Values.Contains((stack, shortname)) ? Invalid : null;

    public void AddLayer(string id, string stack, string shortname) => layers.Add(id, (stack, shortname));

    public string? DeleteLayer(string layer) => !layers.ContainsKey(layer) ? Missing
        : instances.Values.Any(instance => instance.Layer == layer) ? Invalid
        : Do(() => layers.Remove(layer));

    public string? InstanceRefusal(string stack, string layer, string hostname) =>
        !stacks.ContainsKey(stack) || !layers.TryGetValue(layer, out var found) ? Missing
        : found.Stack != stack
            || instances.Values.Any(instance => instance.Stack == stack && instance.Hostname == hostname)
            ? Invalid
            : null;

    public void AddInstance(string id, string stack, string layer, string hostname) =>
        instances.Add(id, (stack, layer, hostname, "stopped"));

    public string? Start(string instance) => !instances.TryGetValue(instance, out var found)
        ? Missing
        : Do(() => instances[instance] = found with
        {
            Status = found.Status == "stopped" ? "requested" : found.Status,
        });

    public string? Stop(string instance) => !instances.TryGetValue(instance, out var found)
        ? Missing
        : Do(() => instances[instance] = found with
        {
            Status = found.Status == "requested" ? "stopping" : found.Status,
        });

    public string? DeleteInstance(string instance) => !instances.TryGetValue(instance, out var found) ? Missing
        : found.Status != "stopped" ? Invalid
        : Do(() => instances.Remove(instance));

    public string? AppRefusal(string stack, string shortname) => !stacks.ContainsKey(stack) ? Missing
        : apps.Values.Any(app => app.Stack == stack && app.Shortname == shortname) ? Invalid : null;

    public void AddApp(string id, string stack, string shortname) => apps.Add(id, (stack, shortname, null));

    public string? Describe(string app, string text) => !apps.TryGetValue(app, out var found) ? Missing
        : Do(() => apps[app] = found with { Description = text.Length == 0 ? null : text });

    public string? DeleteApp(string app) => !apps.Remove(app) ? Missing : null;

    /// <summary>The whole state as lines, for a comparison.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. stacks.Select(stack => $"stack {stack.Key} {stack.Value}"),
        .. layers.Select(layer => $"layer {layer.Key} {layer.Value.Stack} {layer.Value.Shortname}"),
        .. instances.Select(
            instance => $"instance {instance.Key} {instance.Value.Stack} {instance.Value.Layer} {instance.Value.Hostname} {instance.Value.Status}"),
        .. apps.Select(app => $"app {app.Key} {app.Value.Stack} {app.Value.Shortname} {app.Value.Description}"),
    ];

    private static string? Do(Action change)
    {
        change();
        return null;
    }

    private static string? Do<T>(Func<T> change)
    {
        change();
        return null;
    }
}
