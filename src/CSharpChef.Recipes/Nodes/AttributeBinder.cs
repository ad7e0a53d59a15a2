using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>Binds a section of attributes to an object of a recipe's own type.</summary>
internal static class AttributeBinder
{
    public static T Bind<T>(string section, NodeAttributes attributes)
        where T : class
    {
        var bound = Deserialize<T>(section, attributes.Find(section) ?? new JsonObject());
        var errors = AttributeValidation.Errors(bound);
        return errors.Count == 0
            ? bound
            : throw new RecipeException(string.Join('\n', errors.Select(error => Explain(section, error, attributes))));
    }

    // New options for each call: they cache the types they serialize, and would keep a recipe's assembly in memory.
    private static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    private static T Deserialize<T>(string section, JsonNode node)
    {
        try
        {
            return node.Deserialize<T>(Options())
                ?? throw new RecipeException($"attribute \"{section}\" is null: {typeof(T).Name} needs an object");
        }
        catch (JsonException e)
        {
            throw new RecipeException(Explain<T>(section, e), e);
        }
    }

    private static string Explain<T>(string section, JsonException e)
    {
        var path = section + (e.Path ?? "$")[1..];
        var unknown = e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);
        return unknown
            ? $"attribute \"{path}\" is not a property of {Suggestion(typeof(T), (e.Path ?? "$").Split('.')[1..])}"
            : $"attribute \"{path}\" does not fit {typeof(T).Name}: {e.Message.Split(" Path:")[0]}";
    }

    /// <summary>The type that has no property for the last part of the path, and the most similar property.</summary>
    private static string Suggestion(Type type, string[] path)
    {
        foreach (var part in path.SkipLast(1))
        {
            var name = part.Split('[')[0];
            var found = Array.Find(
                type.GetProperties(),
                property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
            type = (part.Contains('[', StringComparison.Ordinal)
                ? found?.GetElementType() ?? found?.GetGenericArguments()[^1]
                : found) ?? type;
        }

        var nearest = Nearest.Of(
            path.LastOrDefault(""),
            type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
        return $"{type.Name}{(nearest is null ? "" : $": did you mean \"{nearest}\"?")}";
    }

    private static string Explain(string section, ValidationResult error, NodeAttributes attributes)
    {
        var member = JsonNamingPolicy.CamelCase.ConvertName(error.MemberNames.FirstOrDefault() ?? "");
        var path = $"{section}.{member}".TrimEnd('.');
        return $"attribute \"{path}\" is not valid: {error.ErrorMessage}"
            + (attributes.Origins.TryGetValue(path, out var level) ? $" (set by {level})" : "");
    }
}
