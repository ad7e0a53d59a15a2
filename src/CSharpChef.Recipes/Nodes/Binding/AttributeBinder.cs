using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Binds a section of attributes, or a data bag item, to an object of a recipe's own type.</summary>
internal static class AttributeBinder
{
    /// <exception cref="RecipeException">Attributes do not fit the type; one line for each of them.</exception>
    public static T Bind<T>(string section, NodeAttributes attributes)
        where T : class =>
        Bind<T>(attributes.Find(section), section, attributes.Origin);

    /// <param name="given">The values; null when they are not set, or null.</param>
    /// <param name="path">Their path, which is before those of their own; empty for a whole data bag item.</param>
    /// <param name="origin">Where they come from.</param>
    /// <exception cref="RecipeException">Values do not fit the type; one line for each of them.</exception>
    public static T Bind<T>(JsonNode? given, string path, ValueOrigin origin)
        where T : class
    {
        var errors = new List<AttributeError>();
        var bound = Value(typeof(T), given, path, origin, errors);
        if (errors.Count == 0)
        {
            errors.AddRange(AttributeValidation.Errors(bound!, path, origin.IsSecret));
        }

        return errors.Count == 0
            ? (T)bound!
            : throw new RecipeException(string.Join('\n', errors.Select(error => Explain(error, origin))));
    }

    private static object? Value(
        Type type, JsonNode? given, string path, ValueOrigin origin, List<AttributeError> errors)
    {
        // A section that nobody sets keeps all defaults; one that is set to null is an error.
        given ??= origin.WrittenPath(path) is null ? Empty(type) : null;
        if (given is not null)
        {
            return new ValueBinder(errors, origin.IsSecret).Bind(type, given, path);
        }

        errors.Add(new AttributeError(path, ValueWords.Problem(type, null, origin.IsSecret)));
        return null;
    }

    private static JsonNode? Empty(Type type) => type switch
    {
        _ when ItemTypes.OfList(type) is not null => new JsonArray(),
        _ when ItemTypes.OfDictionary(type) is not null || BoundType.IsOwn(type) => new JsonObject(),
        _ => null,
    };

    // The values of a whole data bag item have no path before theirs.
    private static string Explain(AttributeError error, ValueOrigin origin) =>
        (error with { Path = error.Path.TrimStart('.') }).Explain(origin);
}
