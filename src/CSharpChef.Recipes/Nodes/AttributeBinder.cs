using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>Makes a typed object of a section of attributes.</summary>
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

    // Made anew each time: options remember the types they met, and a recipe's types must go with the recipe.
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
                ?? throw new RecipeException($"attribute \"{section}\" is null, and a {typeof(T).Name} is needed");
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
            ? $"attribute \"{path}\" is no property of {Near(typeof(T), (e.Path ?? "$").Split('.')[1..])}"
            : $"attribute \"{path}\" does not fit {typeof(T).Name}: {e.Message.Split(" Path:")[0]}";
    }

    /// <summary>The type that the last part of the path is missing in, and the property that was meant.</summary>
    private static string Near(Type type, string[] path)
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

        var near = Nearest.Of(
            path.LastOrDefault(""),
            type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
        return $"{type.Name}{(near is null ? "" : $": did you mean \"{near}\"?")}";
    }

    private static string Explain(string section, ValidationResult error, NodeAttributes attributes)
    {
        var member = JsonNamingPolicy.CamelCase.ConvertName(error.MemberNames.FirstOrDefault() ?? "");
        var path = $"{section}.{member}".TrimEnd('.');
        return $"attribute \"{path}\" is not valid: {error.ErrorMessage}"
            + (attributes.Origins.TryGetValue(path, out var level) ? $" (set by {level})" : "");
    }
}
