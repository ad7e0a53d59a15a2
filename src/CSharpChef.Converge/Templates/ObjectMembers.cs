using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// The named values of an object: the entries of a dictionary, or the public properties of other objects.
/// </summary>
internal sealed class ObjectMembers
{
    private readonly List<Member> all;

    private ObjectMembers(IEnumerable<Member> all) => this.all = [.. all];

    public IReadOnlyList<Member> All => all;

    /// <summary>The members of a value; null for a list, which has items instead.</summary>
    public static ObjectMembers? Of(object value) => value switch
    {
        JsonObject json => new ObjectMembers(json.Select(pair => new Member(pair.Key, () => pair.Value))),
        IDictionary map =>
            new ObjectMembers(map.Keys.Cast<object>().Select(key => new Member(key.ToString() ?? "", () => map[key]))),
        IEnumerable<KeyValuePair<string, object?>> pairs =>
            new ObjectMembers(pairs.Select(pair => new Member(pair.Key, () => pair.Value))),
        IEnumerable list => Pairs(list),
        _ => new ObjectMembers(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanRead)
            .Select(property => new Member(
                property.Name,
                () => property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null)))),
    };

    /// <summary>
    /// Finds a member by its name, else by one that differs only in case and underscores: <c>max_size</c> finds
    /// <c>MaxSize</c>.
    /// </summary>
    public bool TryGet(string name, out object? value)
    {
        var index = all.FindIndex(member => member.Name == name);
        index = index >= 0 ? index : all.FindIndex(member => IsSame(member.Name, name));
        value = index < 0 ? null : all[index].Value();
        return index >= 0;
    }

    // A read-only dictionary of another value type implements no interface above.
    private static ObjectMembers? Pairs(IEnumerable list)
    {
        var type = list.GetType().GetInterfaces().FirstOrDefault(each => each.IsGenericType
            && each.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
        return type is null ? null : new ObjectMembers(list.Cast<object>().Select(pair => new Member(
            pair.GetType().GetProperty("Key")!.GetValue(pair)?.ToString() ?? "",
            () => pair.GetType().GetProperty("Value")!.GetValue(pair))));
    }

    private static bool IsSame(string name, string other) =>
        Plain(name).Equals(Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);

    // A class: the framework's generic code for a list of structs would be compiled in every process.
    internal sealed record Member(string Name, Func<object?> Value);
}
