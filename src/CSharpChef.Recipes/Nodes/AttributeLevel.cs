using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The attributes that one source sets: a cookbook, an instance, the command line.</summary>
internal sealed record AttributeLevel(string Name, JsonObject Values)
{
    /// <summary>
    /// The place that sets the value at a dotted path, such as <c>prod.json:4:7</c>. Default: the name.
    /// </summary>
    public Func<string, string>? Place { get; init; }

    /// <summary>
    /// True for a level that changes attributes of cookbooks: its <c>"key+"</c> must fit a list of a lower level.
    /// </summary>
    public bool NeedsLists { get; init; }

    public string PlaceOf(string path) => Place?.Invoke(path) ?? Name;
}
