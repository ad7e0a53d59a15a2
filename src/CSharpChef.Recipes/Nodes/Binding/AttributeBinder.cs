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
        var given = attributes.Find(section) ?? Missing(section, attributes);
        var bound = new ValueBinder(errors).Bind(typeof(T), given, section);
        if (bound is null && errors.Count == 0)
        {
            errors.Add(new AttributeError(section, "must be an object, and is null"));
        }

        if (errors.Count == 0)
        {
            errors.AddRange(AttributeValidation.Errors(bound!, section));
        }

        return errors.Count == 0
            ? (T)bound!
            : throw new RecipeException(string.Join('\n', errors.Select(error => Explain(error, attributes))));
    }

    // A section that nobody sets keeps all defaults; one that is set to null is an error.
    private static JsonObject? Missing(string section, NodeAttributes attributes) =>
        attributes.Origins.ContainsKey(section) ? null : [];

    private static string Explain(AttributeError error, NodeAttributes attributes) =>
        $"attribute \"{error.Path}\" {error.Problem}"
        + (attributes.PlaceOf(error.Path) is { } place ? $" (set by {place})" : "");
}
