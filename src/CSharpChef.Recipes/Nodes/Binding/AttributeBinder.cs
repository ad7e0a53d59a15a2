using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Binds a section of attributes to an object of a recipe's own type.</summary>
internal static class AttributeBinder
{
    /// <exception cref="RecipeException">Attributes do not fit the type; one line for each of them.</exception>
    public static T Bind<T>(string section, NodeAttributes attributes)
        where T : class
    {
        var errors = new List<AttributeError>();
        var bound = Value(typeof(T), section, attributes, errors);
        if (errors.Count == 0)
        {
            errors.AddRange(AttributeValidation.Errors(bound!, section));
        }

        return errors.Count == 0
            ? (T)bound!
            : throw new RecipeException(string.Join('\n', errors.Select(error => error.Explain(attributes))));
    }

    private static object? Value(Type type, string section, NodeAttributes attributes, List<AttributeError> errors)
    {
        var given = attributes.Find(section);
        if (given is null)
        {
            // A section that nobody sets keeps all defaults; one that is set to null is an error.
            given = attributes.WrittenPath(section) is null ? Empty(type) : null;
            if (given is null)
            {
                errors.Add(new AttributeError(section, ValueWords.Problem(type, null)));
                return null;
            }
        }

        return new ValueBinder(errors).Bind(type, given, section);
    }

    private static JsonNode? Empty(Type type) => type switch
    {
        _ when ItemTypes.OfList(type) is not null => new JsonArray(),
        _ when ItemTypes.OfDictionary(type) is not null || BoundType.IsOwn(type) => new JsonObject(),
        _ => null,
    };
}
