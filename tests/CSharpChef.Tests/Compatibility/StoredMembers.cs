using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// Lists what the JSON of documents in a store consists of, one line for each member of a document or of an object
/// inside it, with the words of enums.
/// </summary>
internal sealed class StoredMembers(JsonSerializerOptions options)
{
    /// <summary>
    /// The members of every kind of document in an assembly, such as <c>app.SslConfiguration.Chain</c>.
    /// </summary>
    public string Of(Assembly assembly) => string.Concat(assembly.GetTypes()
        .Where(type => type is { IsInterface: false } && type.GetInterface("IDocument") is not null)
        .SelectMany(type => Members(type, (string)type.GetProperty("Kind")!.GetValue(null)!))
        .Order(StringComparer.Ordinal)
        .Select(line => $"{line}\n"));

    private IEnumerable<string> Members(Type type, string path) => options.GetTypeInfo(type).Properties
        .SelectMany(member => Types(member.PropertyType)
            .SelectMany(inner => Members(inner, $"{path}.{member.Name}"))
            .Prepend($"{path}.{member.Name}{Words(member.PropertyType)}"));

    // The objects of this program that a member is or contains.
    private IEnumerable<Type> Types(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Types)
        : IsOwn(type) && options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object ? [type]
        : [];

    private string Words(Type type) =>
        type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Words))
        : type.IsEnum && IsOwn(type)
            ? string.Concat(Enum.GetValues(type).Cast<object>()
                .Select(word => $" {JsonSerializer.Serialize(word, options)}"))
            : "";

    private static bool IsOwn(Type type) =>
        type.Namespace is { } name && name.StartsWith("CSharpChef", StringComparison.Ordinal);
}
