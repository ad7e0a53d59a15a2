using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CSharpChef.Recipes;

/// <summary>The attributes that one source sets: a cookbook, a host, the command line.</summary>
internal sealed partial record AttributeLevel(string Name, JsonObject Values)
{
    /// <summary>
    /// The place that sets the value at a dotted path, such as <c>prod.json:4:7</c>. Default: the name.
    /// </summary>
    public Func<string, string>? Place { get; init; }

    /// <summary>
    /// True for a level that changes attributes of cookbooks: its <c>"key+"</c> must fit a list of a lower level.
    /// </summary>
    public bool NeedsLists { get; init; }

    /// <summary>Returns the origin of a value where it is known from elsewhere; null where it is not.</summary>
    public Func<string, string?>? KnownOrigin { get; init; }

    public string PlaceOf(string path) => Place?.Invoke(path) ?? Name;

    /// <summary>
    /// The level with the place of a value in it: <c>host web1, hosts.json:4:7</c>, or the place alone where the
    /// level is named after its file.
    /// </summary>
    public string OriginOf(string path)
    {
        if (KnownOrigin?.Invoke(path) is { } known)
        {
            return known;
        }

        var place = PlaceOf(path);
        var file = Position().Replace(place, "");
        return file.Length > 0 && Name.Contains(file, StringComparison.Ordinal)
            ? Name.Replace(file, place, StringComparison.Ordinal)
            : $"{Name}, {place}";
    }

    [GeneratedRegex(@"(:\d+){1,2}$")]
    private static partial Regex Position();
}
